from multiprocessing import Lock, Process, RLock
import threading


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, error)


def child(lock, rlock):
    print(lock, rlock)
    print(lock.acquire(False), lock.acquire(timeout=0.1), rlock.acquire(False))
    attempt(rlock.release)
    # Any process may release a lock.
    lock.release()


lock, rlock = Lock(), RLock()
print(lock, rlock)
print(lock.acquire(), lock.acquire(False), lock.acquire(True, 0.1))
print(rlock.acquire(), rlock.acquire(), rlock)
print(lock)
process = Process(target=child, args=(lock, rlock))
process.start()
process.join()
print(lock)
attempt(lock.release)
thread = threading.Thread(target=lambda: print(rlock), name="other")
thread.start()
thread.join()
rlock.release()
rlock.release()
attempt(rlock.release)
with lock as entered:
    print(entered, lock)
try:
    with lock.acquire():
        pass
except TypeError as error:
    print(error)
