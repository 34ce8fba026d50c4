# A lock that another thread holds at a fork stays held in the child for ever.
import os
import threading

lock = threading.Lock()
held = threading.Event()
done = threading.Event()


def hold():
    with lock:
        held.set()
        done.wait()


thread = threading.Thread(target=hold)
thread.start()
held.wait()
pid = os.fork()
if pid == 0:
    print("child:", lock.acquire(timeout=0.1), lock.locked(), threading.active_count(), flush=True)
    os._exit(0)
os.waitpid(pid, 0)
done.set()
thread.join()
print("parent:", lock.acquire(timeout=0.1))
