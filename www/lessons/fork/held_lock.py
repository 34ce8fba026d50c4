import os
import threading
import time

TIMEOUT = True  # @param {type:"boolean", label:"The child gives up after 0.3 s", label_zh:"子进程 0.3 秒后放弃"}

lock = threading.Lock()


def hold():
    with lock:
        time.sleep(0.1)


holder = threading.Thread(target=hold)
holder.start()
pid = os.fork()
if pid == 0:
    got = lock.acquire(timeout=0.3 if TIMEOUT else -1)
    print("child got the lock:", got, flush=True)
    os._exit(0)
holder.join()
print("parent: the lock is free:", not lock.locked(), flush=True)
os.waitpid(pid, 0)
print("over")
