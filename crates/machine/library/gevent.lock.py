"""Locks and semaphores for greenlets."""

import _interleave
from gevent.linkable import Linkable
from greenlet import getcurrent

__atomic__ = True


class Semaphore(Linkable):
    """A counter of permits. Who comes when there is one takes it, even if others were woken."""

    _notify_all = False

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        Linkable.__init__(self)
        self.counter = value

    def __repr__(self):
        return (
            f"<{type(self).__name__} at {id(self):#x} counter={self.counter} "
            f"_links[{self.linkcount()}]>"
        )

    def locked(self):
        """Whether there is no permit."""
        return self.counter <= 0

    def ready(self):
        """Whether there is a permit."""
        return self.counter > 0

    def acquire(self, blocking=True, timeout=None):
        """Take a permit, waiting for one if need be; False when there was none in time."""
        if self.counter <= 0:
            if not blocking or not self._wait_for_link(timeout):
                return False
        self.counter -= 1
        _interleave.tell("acquired", self, self.counter)
        return True

    def wait(self, timeout=None):
        """Wait until there is a permit, without taking it; returns how many there are."""
        if self.counter <= 0:
            self._wait_for_link(timeout)
        return self.counter

    def release(self):
        """Give a permit back."""
        self.counter += 1
        _interleave.tell("released", self, self.counter)
        self._check_and_notify()
        return self.counter

    def __enter__(self):
        self.acquire()

    def __exit__(self, exc_type, exc, tb):
        self.release()


class BoundedSemaphore(Semaphore):
    """A semaphore that refuses more releases than acquires."""

    def __init__(self, value=1):
        Semaphore.__init__(self, value)
        self._initial_value = value

    def release(self):
        """Give a permit back; a ValueError if none was out."""
        if self.counter >= self._initial_value:
            raise ValueError("Semaphore released too many times")
        return Semaphore.release(self)


class DummySemaphore:
    """Has permits without end."""

    def __init__(self, value=None):
        pass

    def locked(self):
        """Never."""
        return False

    def ready(self):
        """Always."""
        return True

    def acquire(self, blocking=True, timeout=None):
        """Take one of the permits."""
        return True

    def release(self):
        """Give it back."""

    def __enter__(self):
        pass

    def __exit__(self, exc_type, exc, tb):
        pass


class RLock:
    """A lock that its holder may acquire again."""

    def __init__(self):
        self._block = Semaphore(1)
        self._owner = None
        self._count = 0

    def __repr__(self):
        return (
            f"<{type(self).__name__} at {id(self):#x} _block={self._block} _count={self._count!r}"
            f" _owner={self._owner!r})>"
        )

    def locked(self):
        """Whether somebody holds it."""
        return self._count > 0

    def acquire(self, blocking=True, timeout=None):
        """Hold it once more."""
        if self._owner is getcurrent():
            self._count += 1
            return 1
        if not self._block.acquire(blocking, timeout):
            return False
        self._owner = getcurrent()
        self._count = 1
        return True

    def release(self):
        """Let go once."""
        if self._owner is not getcurrent():
            raise RuntimeError(
                f"cannot release un-acquired lock. Owner: {self._owner} Current: {getcurrent()}"
            )
        self._count -= 1
        if not self._count:
            self._owner = None
            self._block.release()

    def __enter__(self):
        return self.acquire()

    def __exit__(self, exc_type, exc, tb):
        self.release()

    def _is_owned(self):
        return self._owner is getcurrent()

    def _release_save(self):
        count = self._count
        self._count = 0
        self._owner = None
        self._block.release()
        return count

    def _acquire_restore(self, count):
        self._block.acquire()
        self._owner = getcurrent()
        self._count = count
