# What repr says of threads in each state of their lives.
import threading

gate = threading.Event()
t = threading.Thread(target=gate.wait, name="T")
d = threading.Thread(target=gate.wait, name="D", daemon=True)
print(t, d)
for x in (t, d):
    x.start()
    assert repr(x) == f"<Thread({x.name}, started{' daemon' if x.daemon else ''} {x.ident})>"
gate.set()
for x in (t, d):
    x.join()
    assert repr(x) == f"<Thread({x.name}, stopped{' daemon' if x.daemon else ''} {x.ident})>"


class Mine(threading.Thread):
    pass


print(Mine(name="M"), threading.Timer(1, print))
main = threading.main_thread()
assert repr(main) == f"<_MainThread(MainThread, started {main.ident})>"
