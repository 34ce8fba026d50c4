"""Locks, events, conditions, semaphores and barriers for the tasks of one loop.

Who waits has a future in `_waiters`, which is resolved to wake it up. A woken task runs in a
later pass of the loop, so what it was woken for is arranged to be there still.
"""

import _interleave
import collections
from asyncio.exceptions import BrokenBarrierError, CancelledError
from asyncio.mixins import ContextManager, LoopBound, describe

__atomic__ = True


class Lock(ContextManager, LoopBound):
    """Held by one task at a time; given to waiting tasks in their order."""

    def __init__(self):
        self._locked = False
        self._waiters = collections.deque()

    def __repr__(self):
        return describe(self, "locked" if self._locked else "unlocked", self._waiters)

    def locked(self):
        """Whether a task holds it."""
        return self._locked

    async def acquire(self):
        """Wait until it is free, and hold it."""
        if self._locked or not all(waiter.cancelled() for waiter in self._waiters):
            await self._wait()
        self._locked = True
        _interleave.tell("acquired", self, 0)
        return True

    async def _wait(self):
        waiter = self._new_waiter("acquire")
        self._waiters.append(waiter)
        try:
            try:
                await waiter
            finally:
                self._waiters.remove(waiter)
        except CancelledError:
            # This task may have been woken, and cancelled before it ran.
            if not self._locked:
                self._wake_up_first()
            raise

    def release(self):
        """Let go; the task that has waited longest is woken."""
        if not self._locked:
            raise RuntimeError("Lock is not acquired.")
        self._locked = False
        _interleave.tell("released", self, 1)
        self._wake_up_first()

    def _wake_up_first(self):
        # If the first has been woken it has yet to run, and will then take the lock or pass it on.
        if self._waiters and not self._waiters[0].done():
            self._waiters[0].set_result(True)


class Event(LoopBound):
    """A flag that tasks wait for."""

    def __init__(self):
        self._value = False
        self._waiters = collections.deque()

    def __repr__(self):
        return describe(self, "set" if self._value else "unset", self._waiters)

    def is_set(self):
        """Whether the flag is set."""
        return self._value

    def set(self):
        """Set the flag and wake all who wait."""
        if self._value:
            return
        self._value = True
        _interleave.tell("set", self)
        for waiter in self._waiters:
            if not waiter.done():
                waiter.set_result(True)

    def clear(self):
        """Take the flag back."""
        self._value = False
        _interleave.tell("clear", self)

    async def wait(self):
        """Wait until the flag is set."""
        if self._value:
            return True
        waiter = self._new_waiter("wait")
        self._waiters.append(waiter)
        try:
            await waiter
            return True
        finally:
            self._waiters.remove(waiter)


class Condition(ContextManager, LoopBound):
    """A lock whose holder can wait for a notification by another holder."""

    def __init__(self, lock=None):
        self._lock = Lock() if lock is None else lock
        self._waiters = collections.deque()
        self.locked = self._lock.locked
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    def __repr__(self):
        return describe(self, "locked" if self.locked() else "unlocked", self._waiters)

    async def wait(self):
        """Release the lock, wait to be notified, and acquire it again."""
        if not self.locked():
            raise RuntimeError("cannot wait on un-acquired lock")
        self.release()
        try:
            waiter = self._new_waiter("wait")
            self._waiters.append(waiter)
            try:
                await waiter
                return True
            finally:
                self._waiters.remove(waiter)
        finally:
            await self._acquire_again()

    async def _acquire_again(self):
        """Acquire the lock even if cancelled meanwhile; the cancellation comes after that."""
        cancelled = False
        while True:
            try:
                await self.acquire()
                break
            except CancelledError:
                cancelled = True
        if cancelled:
            raise CancelledError

    async def wait_for(self, predicate):
        """Wait, notification by notification, until `predicate()` is true; returns its value."""
        while not (result := predicate()):
            await self.wait()
        return result

    def notify(self, n=1):
        """Wake up to `n` of the waiting tasks, in their order."""
        if not self.locked():
            raise RuntimeError("cannot notify on un-acquired lock")
        woken = 0
        for waiter in self._waiters:
            if woken >= n:
                break
            if not waiter.done():
                waiter.set_result(False)
                woken += 1
        _interleave.tell("notify", self, woken)

    def notify_all(self):
        """Wake all waiting tasks."""
        self.notify(len(self._waiters))


class Semaphore(ContextManager, LoopBound):
    """A counter of permits; `acquire` waits for one."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("Semaphore initial value must be >= 0")
        self._value = value
        self._waiters = collections.deque()

    def __repr__(self):
        state = "locked" if self.locked() else f"unlocked, value:{self._value}"
        return describe(self, state, self._waiters)

    def locked(self):
        """Whether `acquire` would wait: there is no permit, or others wait already."""
        return self._value == 0 or not all(waiter.cancelled() for waiter in self._waiters)

    async def acquire(self):
        """Take a permit, waiting for one if need be."""
        if not self.locked():
            self._value -= 1
            _interleave.tell("acquired", self, self._value)
            return True
        waiter = self._new_waiter("acquire")
        self._waiters.append(waiter)
        try:
            try:
                await waiter
            finally:
                self._waiters.remove(waiter)
        except CancelledError:
            if not waiter.cancelled():
                # It had its permit and was cancelled before it ran: the next one gets it.
                self._value += 1
                self._wake_up_next()
            raise
        _interleave.tell("acquired", self, self._value)
        if self._value > 0:
            self._wake_up_next()
        return True

    def release(self):
        """Give a permit back; the task that has waited longest gets it."""
        self._value += 1
        self._wake_up_next()
        _interleave.tell("released", self, self._value)

    def _wake_up_next(self):
        for waiter in self._waiters:
            if not waiter.done():
                # The permit is taken on the woken task's behalf, so nobody overtakes it.
                self._value -= 1
                waiter.set_result(True)
                return


class BoundedSemaphore(Semaphore):
    """A semaphore that refuses more releases than acquires."""

    def __init__(self, value=1):
        Semaphore.__init__(self, value)
        self._bound_value = value

    def release(self):
        """Give a permit back; a ValueError if none was out."""
        if self._value >= self._bound_value:
            raise ValueError("BoundedSemaphore released too many times")
        Semaphore.release(self)


class Barrier(LoopBound):
    """Tasks wait here until a given number of them has come.

    It fills until all have come, then drains: who comes meanwhile waits for the next round.
    """

    def __init__(self, parties):
        if parties < 1:
            raise ValueError("parties must be > 0")
        self._parties = parties
        self._state = "filling"
        self._count = 0
        self._changed = Condition()
        _interleave.belongs(self._changed, self)
        _interleave.belongs(self._changed._lock, self)

    def __repr__(self):
        state = self._state
        if not self.broken:
            state += f", waiters:{self.n_waiting}/{self.parties}"
        return describe(self, state, None)

    @property
    def parties(self):
        """How many tasks it takes."""
        return self._parties

    @property
    def n_waiting(self):
        """How many tasks have come so far."""
        return self._count if self._state == "filling" else 0

    @property
    def broken(self):
        """Whether it was aborted."""
        return self._state == "broken"

    async def __aenter__(self):
        return await self.wait()

    async def __aexit__(self, exc_type, exc, tb):
        pass

    async def wait(self):
        """Wait for the others; returns how many had come before."""
        async with self._changed:
            await self._changed.wait_for(self._admits)
            if self._state == "broken":
                raise BrokenBarrierError("Barrier aborted")
            index = self._count
            self._count += 1
            try:
                if self._count == self._parties:
                    self._state = "draining"
                    _interleave.tell("tripped", self, self._parties)
                    self._changed.notify_all()
                else:
                    await self._changed.wait_for(self._is_filled)
                    if self._state in ("broken", "resetting"):
                        raise BrokenBarrierError("Abort or reset of barrier")
                return index
            finally:
                self._leave()

    def _admits(self):
        return self._state in ("filling", "broken")

    def _is_filled(self):
        return self._state != "filling"

    def _leave(self):
        self._count -= 1
        if self._count == 0:
            if self._state in ("resetting", "draining"):
                self._state = "filling"
            self._changed.notify_all()

    async def reset(self):
        """Begin anew; tasks that wait get a BrokenBarrierError."""
        async with self._changed:
            self._state = "resetting" if self._count > 0 else "filling"
            _interleave.tell("reset", self)
            self._changed.notify_all()

    async def abort(self):
        """Break the barrier: who waits or comes later gets a BrokenBarrierError."""
        async with self._changed:
            self._state = "broken"
            _interleave.tell("broken", self)
            self._changed.notify_all()
