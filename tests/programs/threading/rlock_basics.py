# RLock: its holder may acquire it again, and has to release it as often.
import threading

lock = threading.RLock()
print(lock.acquire(), lock.acquire(), lock.acquire(False))


def attempt():
    print("other thread:", lock.acquire(False), lock.acquire(timeout=0.01))
    try:
        lock.release()
    except RuntimeError as e:
        print(e)


for _ in range(3):
    lock.release()
with lock:
    t = threading.Thread(target=attempt)
    t.start()
    t.join()
try:
    lock.release()
except RuntimeError as e:
    print(e)
