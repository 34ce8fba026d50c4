"""Semaphores that processes share: one of the kernel's, and who holds it in this process."""

import _kernel
from _thread import get_ident

__atomic__ = True

RECURSIVE_MUTEX = 0
SEMAPHORE = 1


def sem_unlink(name):
    """Nothing refers to a semaphore by its name, so there is nothing to forget."""


class SemLock:
    """A semaphore, or a lock that its holder may acquire again."""

    SEM_VALUE_MAX = 2147483647

    def __init__(self, kind, value, maxvalue, name, unlink):
        if kind not in (0, 1):
            raise ValueError("unrecognized kind")
        self._set(_kernel.sem_create(value, maxvalue), kind, maxvalue, name)

    @classmethod
    def _rebuild(cls, handle, kind, maxvalue, name):
        """The semaphore that another process has made."""
        self = object.__new__(cls)
        self._set(handle, kind, maxvalue, name)
        return self

    def _set(self, handle, kind, maxvalue, name):
        self.handle = handle
        self.kind = kind
        self.maxvalue = maxvalue
        self.name = name
        self._held = 0
        self._holder = None

    def acquire(self, block=True, timeout=None):
        """Take a permit. Returns False when there is none (in time)."""
        if self.kind == RECURSIVE_MUTEX and self._is_mine():
            self._held += 1
            return True
        if not _kernel.sem_acquire(self.handle, block, timeout):
            return False
        self._held += 1
        self._holder = get_ident()
        return True

    def release(self):
        """Put a permit back."""
        if self.kind == RECURSIVE_MUTEX:
            if not self._is_mine():
                raise AssertionError("attempt to release recursive lock not owned by thread")
            if self._held > 1:
                self._held -= 1
                return
        elif _kernel.sem_value(self.handle) >= self.maxvalue:
            raise ValueError("semaphore or lock released too many times")
        # Whoever gets it next, even in this process, counts for itself.
        self._held -= 1
        _kernel.sem_release(self.handle)

    def __enter__(self):
        return self.acquire()

    def __exit__(self, exc_type=None, exc_value=None, exc_tb=None):
        self.release()

    def _count(self):
        """How often this process has acquired it and not released it."""
        return self._held

    def _is_mine(self):
        """Whether the running thread has acquired it last."""
        return self._held > 0 and self._holder == get_ident()

    def _get_value(self):
        """How many permits there are."""
        return _kernel.sem_value(self.handle)

    def _is_zero(self):
        """Whether there is no permit."""
        return _kernel.sem_value(self.handle) == 0

    def _after_fork(self):
        """The new process has acquired nothing."""
        self._held = 0
