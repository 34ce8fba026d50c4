# Context managers around locks, nested and in stacks.
import threading
from contextlib import ExitStack, contextmanager, nullcontext
locks = [threading.Lock() for _ in range(3)]
with ExitStack() as stack:
    for lock in locks:
        stack.enter_context(lock)
    print([lock.locked() for lock in locks])
print([lock.locked() for lock in locks])
@contextmanager
def acquired(lock, timeout):
    got = lock.acquire(timeout=timeout)
    try:
        yield got
    finally:
        if got:
            lock.release()
with acquired(locks[0], 1) as got:
    print(got, locks[0].locked())
    with acquired(locks[0], 0.01) as again:
        print(again)
print(locks[0].locked())
def maybe(lock):
    with lock if lock else nullcontext():
        return "inside"
print(maybe(None), maybe(locks[1]), locks[1].locked())
try:
    with locks[0], locks[1]:
        raise ValueError("both are released")
except ValueError as error:
    print(error, locks[0].locked(), locks[1].locked())
