"""Locks, semaphores, conditions, events and barriers for processes."""

import _multiprocessing
import os
import sys
import threading
from multiprocessing.context import assert_spawning
from multiprocessing.context import default_context
from multiprocessing.process import current_process
from multiprocessing.util import register_after_fork
from multiprocessing.util import wait_for
from threading import Barrier as ThreadBarrier

__atomic__ = True

__all__ = ("Lock", "RLock", "Semaphore", "BoundedSemaphore", "Condition", "Event")

RECURSIVE_MUTEX = 0
SEMAPHORE = 1
SEM_VALUE_MAX = 2147483647


class SemLock:
    """What all of them are made of: a semaphore of the kernel."""

    def __init__(self, kind, value, maxvalue, *, ctx=None):
        if ctx is None:
            ctx = default_context().get_context()
        self._is_fork_ctx = ctx.get_start_method() == "fork"
        self._semlock = _multiprocessing.SemLock(kind, value, maxvalue, _new_name(), True)
        self._make_methods()
        register_after_fork(self, _after_fork)

    def _make_methods(self):
        self.acquire = self._semlock.acquire
        self.release = self._semlock.release

    def __enter__(self):
        return self._semlock.__enter__()

    def __exit__(self, *args):
        return self._semlock.__exit__(*args)

    def __getstate__(self):
        assert_spawning(self)
        if self._is_fork_ctx:
            raise RuntimeError(
                "A SemLock created in a fork context is being "
                "shared with a process in a spawn context. This is "
                "not supported. Please use the same context to create "
                "multiprocessing objects and Process."
            )
        semlock = self._semlock
        return (semlock.handle, semlock.kind, semlock.maxvalue, semlock.name)

    def __setstate__(self, state):
        self._semlock = _multiprocessing.SemLock._rebuild(*state)
        self._is_fork_ctx = False
        self._make_methods()

    def _holder(self):
        """Who holds the lock, in words."""
        if self._semlock._is_mine():
            return _own_name()
        if self._semlock._get_value() == 1:
            return "None"
        if self._semlock._count() > 0:
            return "SomeOtherThread"
        return "SomeOtherProcess"


def _after_fork(lock):
    lock._semlock._after_fork()


def _own_name():
    name = current_process().name
    thread = threading.current_thread().name
    return name if thread == "MainThread" else f"{name}|{thread}"


_named = 0


def _new_name():
    global _named
    _named += 1
    return f"/mp-{os.getpid()}-{_named}"


class Semaphore(SemLock):
    """A number of permits. acquire() takes one, waiting while there is none."""

    def __init__(self, value=1, *, ctx=None):
        SemLock.__init__(self, SEMAPHORE, value, SEM_VALUE_MAX, ctx=ctx)

    def get_value(self):
        """How many permits there are."""
        return self._semlock._get_value()

    def __repr__(self):
        return f"<{type(self).__name__}(value={self._semlock._get_value()})>"


class BoundedSemaphore(Semaphore):
    """A semaphore that never has more permits than at the beginning."""

    def __init__(self, value=1, *, ctx=None):
        SemLock.__init__(self, SEMAPHORE, value, value, ctx=ctx)

    def __repr__(self):
        value = self._semlock._get_value()
        return f"<{type(self).__name__}(value={value}, maxvalue={self._semlock.maxvalue})>"


class Lock(SemLock):
    """A lock, which anybody may release."""

    def __init__(self, *, ctx=None):
        SemLock.__init__(self, SEMAPHORE, 1, 1, ctx=ctx)

    def __repr__(self):
        return f"<{type(self).__name__}(owner={self._holder()})>"


class RLock(SemLock):
    """A lock that its holder may take again."""

    def __init__(self, *, ctx=None):
        SemLock.__init__(self, RECURSIVE_MUTEX, 1, 1, ctx=ctx)

    def __repr__(self):
        holder = self._holder()
        count = "nonzero"
        if self._semlock._is_mine():
            count = self._semlock._count()
        elif holder == "None":
            count = 0
        return f"<{type(self).__name__}({holder}, {count})>"


class Condition:
    """A condition that processes wait for."""

    def __init__(self, lock=None, *, ctx=None):
        self._lock = lock or RLock(ctx=ctx)
        self._sleeping_count = Semaphore(0, ctx=ctx)
        self._woken_count = Semaphore(0, ctx=ctx)
        self._wait_semaphore = Semaphore(0, ctx=ctx)
        self._make_methods()

    def __getstate__(self):
        assert_spawning(self)
        return (self._lock, self._sleeping_count, self._woken_count, self._wait_semaphore)

    def __setstate__(self, state):
        self._lock, self._sleeping_count, self._woken_count, self._wait_semaphore = state
        self._make_methods()

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def _make_methods(self):
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    def __repr__(self):
        waiting = (
            self._sleeping_count._semlock._get_value()
            - self._woken_count._semlock._get_value()
        )
        return f"<{type(self).__name__}({self._lock}, {waiting})>"

    def _check_owned(self, what):
        if not self._lock._semlock._is_mine():
            raise AssertionError(f"must acquire() condition before using {what}")

    def wait(self, timeout=None):
        """Release the lock, sleep until woken or the timeout passed, take the lock again."""
        self._check_owned("wait()")
        self._sleeping_count.release()
        count = self._lock._semlock._count()
        for _ in range(count):
            self._lock.release()
        try:
            return self._wait_semaphore.acquire(True, timeout)
        finally:
            self._woken_count.release()
            for _ in range(count):
                self._lock.acquire()

    def notify(self, n=1):
        """Wake as many, at most, that sleep."""
        if not self._lock._semlock._is_mine():
            raise AssertionError("lock is not owned")
        if self._wait_semaphore.acquire(False):
            raise AssertionError("notify: Should not have been able to acquire _wait_semaphore")
        # Those who woke because of their timeouts no longer sleep.
        while self._woken_count.acquire(False):
            if not self._sleeping_count.acquire(False):
                raise AssertionError("notify: Bug in sleeping_count.acquire - res should not be False")
        sleepers = 0
        while sleepers < n and self._sleeping_count.acquire(False):
            self._wait_semaphore.release()
            sleepers += 1
        if sleepers:
            for _ in range(sleepers):
                self._woken_count.acquire()
            # A sleeper may have timed out meanwhile.
            while self._wait_semaphore.acquire(False):
                pass

    def notify_all(self):
        """Wake all that sleep."""
        self.notify(n=sys.maxsize)

    def wait_for(self, predicate, timeout=None):
        """Sleep until the predicate is true; returns its value, also after the timeout."""
        return wait_for(self, predicate, timeout)


class Event:
    """A flag that processes wait for."""

    def __init__(self, *, ctx=None):
        self._cond = Condition(Lock(ctx=ctx), ctx=ctx)
        self._flag = Semaphore(0, ctx=ctx)

    def is_set(self):
        """Whether the flag is set."""
        with self._cond:
            if self._flag.acquire(False):
                self._flag.release()
                return True
            return False

    def set(self):
        """Set the flag and wake all that wait for it."""
        with self._cond:
            self._flag.acquire(False)
            self._flag.release()
            self._cond.notify_all()

    def clear(self):
        """Clear the flag."""
        with self._cond:
            self._flag.acquire(False)

    def wait(self, timeout=None):
        """Wait for the flag; returns whether it is set."""
        with self._cond:
            if self._flag.acquire(False):
                self._flag.release()
            else:
                self._cond.wait(timeout)
            if self._flag.acquire(False):
                self._flag.release()
                return True
            return False

    def __repr__(self):
        status = "set" if self.is_set() else "unset"
        return f"<{type(self).__qualname__} at {id(self):#x} {status}>"


# The states of threading's barriers, the first one first.
_BARRIER_STATES = ("filling", "draining", "resetting", "broken")


class Barrier(ThreadBarrier):
    """A place where a number of processes wait for each other."""

    def __init__(self, parties, action=None, timeout=None, *, ctx=None):
        from multiprocessing.sharedctypes import RawArray

        state = (parties, action, timeout, Condition(ctx=ctx), RawArray("i", 2))
        self.__setstate__(state)

    def __setstate__(self, state):
        self._parties, self._action, self._timeout, self._cond, self._shared = state

    def __getstate__(self):
        return (self._parties, self._action, self._timeout, self._cond, self._shared)

    @property
    def _state(self):
        return _BARRIER_STATES[self._shared[0]]

    @_state.setter
    def _state(self, state):
        self._shared[0] = _BARRIER_STATES.index(state)

    @property
    def _count(self):
        return self._shared[1]

    @_count.setter
    def _count(self, count):
        self._shared[1] = count
