# In a forked child the thread that forked is the only one, and the main thread.
import os
import threading

gate = threading.Event()
others = [threading.Thread(target=gate.wait, name=f"other-{n}") for n in range(2)]
for t in others:
    t.start()


def fork():
    pid = os.fork()
    if pid == 0:
        me = threading.current_thread()
        print(
            "child:",
            threading.main_thread() is me,
            threading.enumerate() == [me],
            me.name,
            me.is_alive(),
            [t.is_alive() for t in others],
            flush=True,
        )
        t = threading.Thread(target=print, args=("a thread of the child",), kwargs={"flush": True})
        t.start()
        t.join()
        others[0].join()
        os._exit(0)
    os.waitpid(pid, 0)
    print("parent:", threading.active_count())


t = threading.Thread(target=fork, name="forker")
t.start()
t.join()
gate.set()
