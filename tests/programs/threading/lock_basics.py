# Lock: acquire, release, locked, with.
import threading

lock = threading.Lock()
assert lock.acquire() is True
assert lock.locked()
assert lock.acquire(False) is False
assert lock.acquire(blocking=False) is False
assert lock.acquire(timeout=0.01) is False
lock.release()
assert not lock.locked()
with lock as value:
    assert value is True and lock.locked()
try:
    lock.release()
except RuntimeError as e:
    print(e)
for arguments in ((False, 1), (True, -2)):
    try:
        lock.acquire(*arguments)
    except ValueError as e:
        print(e)
