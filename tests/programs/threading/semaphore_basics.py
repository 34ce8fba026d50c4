# A semaphore counts permits.
import threading

s = threading.Semaphore(2)
assert s.acquire() is True
assert s.acquire(blocking=False) is True
assert s.acquire(False) is False
assert s.acquire(timeout=0.01) is False
assert s.acquire(True, 0) is False
assert s.acquire(timeout=-1) is False
s.release()
with s as entered:
    assert entered is True
    assert s.acquire(False) is False
s.release(2)
for _ in range(3):
    assert s.acquire(False)
assert not s.acquire(False)
print(threading.Semaphore().acquire(), "one permit unless told otherwise")
