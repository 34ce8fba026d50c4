import gevent
from gevent.lock import RLock

lock = RLock()
print(lock.acquire(), lock.acquire(), lock.locked())
print(gevent.spawn(lock.acquire, blocking=False).get())
lock.release()
lock.release()
print(lock.locked(), lock.acquire(timeout=0.01))
try:
    gevent.spawn(lock.release).get()
except RuntimeError as error:
    print(str(error)[:20])
