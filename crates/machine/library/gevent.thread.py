"""What takes the place of threads and their locks when they are patched."""

from gevent.lock import Semaphore
from greenlet import getcurrent

__atomic__ = True


class LockType(Semaphore):
    """A lock as `threading.Lock` makes them, for which greenlets wait."""

    def __init__(self):
        Semaphore.__init__(self, 1)

    def acquire(self, blocking=True, timeout=-1):
        """Hold it, waiting for it if need be; False when it was not free in time."""
        if not blocking and timeout != -1:
            raise ValueError("can't specify a timeout for a non-blocking call")
        return Semaphore.acquire(self, blocking, None if timeout == -1 else timeout)

    def release(self):
        """Let go."""
        if self.counter >= 1:
            raise RuntimeError("Semaphore released too many times")
        Semaphore.release(self)

    def __enter__(self):
        return self.acquire()


def allocate_lock():
    """A new lock."""
    return LockType()


allocate = allocate_lock


def get_ident(one=None):
    """A greenlet's identifier, by default the running one's."""
    return id(getcurrent() if one is None else one)
