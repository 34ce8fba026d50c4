"""Queues for processes: a pipe, and locks around its ends."""

import collections
import os
import threading
import weakref
import multiprocessing.connection as connection
from multiprocessing.context import assert_spawning
from multiprocessing.reduction import ForkingPickler
from multiprocessing.synchronize import BoundedSemaphore
from multiprocessing.synchronize import Condition
from multiprocessing.synchronize import Lock
from multiprocessing.synchronize import SEM_VALUE_MAX
from multiprocessing.synchronize import Semaphore
from multiprocessing.util import Finalize
from multiprocessing.util import debug
from multiprocessing.util import info
from multiprocessing.util import is_exiting
from multiprocessing.util import register_after_fork
from queue import Empty
from queue import Full
from time import monotonic as _monotonic

__atomic__ = True

__all__ = ("Queue", "SimpleQueue", "JoinableQueue")


class Queue:
    """A queue that a thread of the process which puts feeds into the pipe."""

    def __init__(self, maxsize=0, *, ctx=None):
        if maxsize <= 0:
            maxsize = SEM_VALUE_MAX
        self._maxsize = maxsize
        self._reader, self._writer = connection.Pipe(duplex=False)
        self._rlock = Lock(ctx=ctx)
        self._wlock = Lock(ctx=ctx)
        self._sem = BoundedSemaphore(maxsize, ctx=ctx)
        self._opid = os.getpid()
        # Whether to say nothing when nobody reads any more.
        self._ignore_epipe = False
        self._reset()
        register_after_fork(self, Queue._reset)

    def __getstate__(self):
        assert_spawning(self)
        return (
            self._ignore_epipe, self._maxsize, self._reader, self._writer, self._rlock,
            self._wlock, self._sem, self._opid,
        )

    def __setstate__(self, state):
        (
            self._ignore_epipe, self._maxsize, self._reader, self._writer, self._rlock,
            self._wlock, self._sem, self._opid,
        ) = state
        self._reset()

    def _reset(self):
        """Begin with nothing to feed, as a new process does."""
        self._notempty = threading._condition_of(self)
        self._buffer = collections.deque()
        self._thread = None
        self._jointhread = None
        self._joincancelled = False
        self._closed = False
        self._close = None

    def _check_open(self):
        if self._closed:
            raise ValueError(f"Queue {self!r} is closed")

    def put(self, obj, block=True, timeout=None):
        """Put an object in, waiting for room."""
        self._check_open()
        if not self._sem.acquire(block, timeout):
            raise Full
        with self._notempty:
            if self._thread is None:
                self._start_thread()
            self._buffer.append(obj)
            self._notempty.notify()

    def get(self, block=True, timeout=None):
        """Take an object out, waiting for one."""
        self._check_open()
        if block and timeout is None:
            with self._rlock:
                data = self._reader.recv_bytes()
            self._sem.release()
            return ForkingPickler.loads(data)
        if block:
            deadline = _monotonic() + timeout
        if not self._rlock.acquire(block, timeout):
            raise Empty
        try:
            if block:
                if not self._reader.poll(deadline - _monotonic()):
                    raise Empty
            elif not self._reader.poll():
                raise Empty
            data = self._reader.recv_bytes()
            self._sem.release()
        finally:
            self._rlock.release()
        return ForkingPickler.loads(data)

    def qsize(self):
        """How many objects are in, those that are still to be fed included."""
        return self._maxsize - self._sem._semlock._get_value()

    def empty(self):
        """Whether there is nothing to be got at the moment."""
        return not self._reader.poll()

    def full(self):
        """Whether there is no room at the moment."""
        return self._sem._semlock._is_zero()

    def get_nowait(self):
        """get() without waiting."""
        return self.get(False)

    def put_nowait(self, obj):
        """put() without waiting."""
        return self.put(obj, False)

    def close(self):
        """Put no more from this process."""
        self._closed = True
        close = self._close
        if close:
            self._close = None
            close()

    def join_thread(self):
        """After close(): wait until all is in the pipe."""
        if not self._closed:
            raise AssertionError(f"Queue {self!r} not closed")
        if self._jointhread:
            self._jointhread()

    def cancel_join_thread(self):
        """Do not wait, at the end of the process, until all is in the pipe."""
        self._joincancelled = True
        if self._jointhread is not None:
            self._jointhread.cancel()

    def _start_thread(self):
        self._buffer.clear()
        self._thread = threading.Thread(
            target=Queue._feed,
            args=(
                self._buffer, self._notempty, self._wlock, self._reader.close,
                self._writer, self._ignore_epipe, self._on_queue_feeder_error, self._sem,
            ),
            name="QueueFeederThread",
        )
        self._thread.daemon = True
        self._thread.start()
        if not self._joincancelled:
            self._jointhread = Finalize(
                self._thread, _join_feeder, [weakref.ref(self._thread)], exitpriority=-5
            )
        self._close = Finalize(
            self, _tell_end, [self._buffer, self._notempty], exitpriority=10
        )

    @staticmethod
    def _feed(buffer, notempty, writelock, reader_close, writer, ignore_epipe, onerror, sem):
        """What the thread does: write what is in the buffer."""
        while True:
            try:
                with notempty:
                    if not buffer:
                        notempty.wait()
                while buffer:
                    obj = buffer.popleft()
                    if obj is _end:
                        reader_close()
                        writer.close()
                        return
                    data = ForkingPickler.dumps(obj)
                    with writelock:
                        writer.send_bytes(data)
            except Exception as error:
                if ignore_epipe and isinstance(error, BrokenPipeError):
                    return
                if is_exiting():
                    info("error in queue thread: %s", error)
                    return
                # The object will never be got, so it takes no room.
                sem.release()
                onerror(error, obj)

    def _on_queue_feeder_error(self, error, obj):
        """An object could not be written."""
        import traceback

        traceback.print_exception(error)


def _end():
    """Stands in a buffer behind its last object."""


def _join_feeder(reference):
    debug("joining queue thread")
    thread = reference()
    if thread is not None:
        thread.join()


def _tell_end(buffer, notempty):
    debug("telling queue thread to quit")
    with notempty:
        buffer.append(_end)
        notempty.notify()


class JoinableQueue(Queue):
    """A queue that knows how many of the objects got from it are not done with."""

    def __init__(self, maxsize=0, *, ctx=None):
        Queue.__init__(self, maxsize, ctx=ctx)
        self._unfinished_tasks = Semaphore(0, ctx=ctx)
        self._cond = Condition(ctx=ctx)

    def __getstate__(self):
        return (*Queue.__getstate__(self), self._cond, self._unfinished_tasks)

    def __setstate__(self, state):
        Queue.__setstate__(self, state[:-2])
        self._cond, self._unfinished_tasks = state[-2:]

    def put(self, obj, block=True, timeout=None):
        """Put an object in, waiting for room."""
        self._check_open()
        if not self._sem.acquire(block, timeout):
            raise Full
        with self._notempty, self._cond:
            if self._thread is None:
                self._start_thread()
            self._buffer.append(obj)
            self._unfinished_tasks.release()
            self._notempty.notify()

    def task_done(self):
        """An object that was got is done with."""
        with self._cond:
            if not self._unfinished_tasks.acquire(False):
                raise ValueError("task_done() called too many times")
            if self._unfinished_tasks._semlock._is_zero():
                self._cond.notify_all()

    def join(self):
        """Wait until all objects are done with."""
        with self._cond:
            if not self._unfinished_tasks._semlock._is_zero():
                self._cond.wait()


class SimpleQueue:
    """A queue without a thread: put() waits while the pipe is full."""

    def __init__(self, *, ctx=None):
        self._reader, self._writer = connection.Pipe(duplex=False)
        self._rlock = Lock(ctx=ctx)
        self._wlock = Lock(ctx=ctx)

    def close(self):
        """Close both ends."""
        self._reader.close()
        self._writer.close()

    def empty(self):
        """Whether there is nothing to be got at the moment."""
        return not self._reader.poll()

    def __getstate__(self):
        assert_spawning(self)
        return (self._reader, self._writer, self._rlock, self._wlock)

    def __setstate__(self, state):
        self._reader, self._writer, self._rlock, self._wlock = state

    def get(self):
        """Take an object out, waiting for one."""
        with self._rlock:
            data = self._reader.recv_bytes()
        return ForkingPickler.loads(data)

    def put(self, obj):
        """Put an object in."""
        data = ForkingPickler.dumps(obj)
        with self._wlock:
            self._writer.send_bytes(data)
