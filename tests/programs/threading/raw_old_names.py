"""_thread's old names mean the same."""

import _thread
import time

lock = _thread.allocate()
print(lock.acquire_lock(), lock.locked_lock(), lock.acquire_lock(False), lock.release_lock(), lock.locked())
print(_thread.error is RuntimeError, type(lock) is _thread.LockType, _thread.LockType)
done = _thread.allocate_lock()
done.acquire()


def work(text):
    print(text)
    done.release()


_thread.start_new(work, ("in a raw thread",))
with done:
    print("after it")
