# acquire, release and with go to the underlying lock.
import threading

lock = threading.Lock()
condition = threading.Condition(lock)
print(condition.acquire(), lock.locked(), condition.acquire(False), condition.acquire(blocking=False))
print(condition.acquire(timeout=0.01))
condition.release()
with condition as entered:
    print(entered, lock.locked())
print(lock.locked())
try:
    with condition:
        raise KeyError("inside")
except KeyError:
    print(lock.locked())
