# A waiter with a timeout that gets its permit in time.
import threading
import time

s = threading.Semaphore(0)


def later():
    time.sleep(0.05)
    s.release()


t = threading.Thread(target=later)
t.start()
print(s.acquire(timeout=5), s.acquire(timeout=0.02))
t.join()
