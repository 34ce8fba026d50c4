"""Threads of the operating system, for calls that would block the hub."""

import collections
from _interleave import named_lock
from _thread import get_ident, start_new_thread
from gevent.event import AsyncResult, Event
from gevent.hub import get_hub
from gevent.lock import Semaphore
from gevent.pool import GroupMappingMixin

__atomic__ = True


def _shown(hub):
    return f"<Hub at {id(hub):#x} thread_ident={hub.thread_ident:#x}>"


class _ThreadPoolWorker:
    """Who a thread of a pool is where its errors are reported."""

    def __init__(self, hub):
        self._hub = hub
        self._thread_ident = get_ident()

    def __repr__(self):
        return (
            f"<ThreadPoolWorker at {id(self):#x} thread_ident={self._thread_ident:#x} "
            f"threadpool-hub={_shown(self._hub)}>"
        )


class ThreadPool(GroupMappingMixin):
    """So many threads at most, which call functions; what they return comes back to the hub."""

    def __init__(self, maxsize, hub=None, idle_task_timeout=-1):
        if not isinstance(maxsize, int):
            raise TypeError(f"maxsize must be integer: {maxsize!r}")
        if maxsize < 0:
            raise ValueError(f"maxsize must not be negative: {maxsize!r}")
        self.hub = get_hub() if hub is None else hub
        self._maxsize = maxsize
        self._room = Semaphore(maxsize)
        self._tasks = collections.deque()
        self._unfinished = 0
        self._all_done = Event()
        self._all_done.set()
        # The lock on which each thread sleeps that has nothing to do.
        self._idle = []
        self._threads = 0
        self._wanted = True

    def __repr__(self):
        return (
            f"<{type(self).__name__} at {id(self):#x} tasks={self._unfinished} size={self.size} "
            f"maxsize={self.maxsize} hub={_shown(self.hub)}>"
        )

    def __len__(self):
        return self._unfinished

    @property
    def maxsize(self):
        """How many threads there may be."""
        return self._maxsize

    @maxsize.setter
    def maxsize(self, maxsize):
        if maxsize < 0:
            raise ValueError(f"maxsize must not be negative: {maxsize!r}")
        for _ in range(maxsize - self._maxsize):
            self._room.release()
        for _ in range(self._maxsize - maxsize):
            self._room.acquire(False)
        self._maxsize = maxsize

    @property
    def size(self):
        """How many threads there are."""
        return self._threads

    def spawn(self, func, *args, **kwargs):
        """Have a thread call a function, waiting for a free one; returns the result to come."""
        self._room.acquire()
        self._wanted = True
        result = AsyncResult()
        self._tasks.append((result, func, args, kwargs))
        self._unfinished += 1
        self._all_done.clear()
        self.hub.loop.awaited += 1
        if self._idle:
            self._idle.pop().release()
        else:
            self._threads += 1
            start_new_thread(self._work, ())
        return result

    def _work(self):
        """What a thread does."""
        worker = _ThreadPoolWorker(self.hub)
        bed = named_lock(self, "waiter")
        bed.acquire()
        while self._wanted:
            while self._tasks:
                result, func, args, kwargs = self._tasks.popleft()
                try:
                    outcome = (func(*args, **kwargs), None)
                except BaseException as error:
                    outcome = (None, error)
                self.hub.loop.run_callback_threadsafe(self._finish, worker, result, func, *outcome)
                result = func = args = kwargs = outcome = None
            if self._wanted:
                self._idle.append(bed)
                bed.acquire()

    def _finish(self, worker, result, func, value, error):
        """In the hub: a call has ended."""
        self.hub.loop.awaited -= 1
        self._unfinished -= 1
        self._room.release()
        if error is None:
            result.set(value)
        else:
            self.hub.handle_error((worker, func), error)
            result.set_exception(error)
        if not self._unfinished:
            self._all_done.set()

    def join(self):
        """Wait until all calls have ended."""
        self._all_done.wait()

    def kill(self):
        """Wait for the calls that have begun, and let the threads go."""
        self.join()
        self._wanted = False
        self._threads = 0
        while self._idle:
            self._idle.pop().release()
