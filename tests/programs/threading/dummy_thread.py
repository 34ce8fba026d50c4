# A thread that threading did not start is given an object when it asks.
import _thread
import threading

done = threading.Event()
found = []


def raw():
    me = threading.current_thread()
    found.append(me)
    assert me is threading.current_thread() and me in threading.enumerate()
    assert me.ident == threading.get_ident()
    assert repr(me) == f"<_DummyThread(Dummy-1, started daemon {me.ident})>"
    done.set()


_thread.start_new_thread(raw, ())
done.wait()
me = found[0]
print(me.name, me.daemon, me.is_alive(), threading.current_thread() is me)
try:
    me.join()
except AssertionError as e:
    print(e)
