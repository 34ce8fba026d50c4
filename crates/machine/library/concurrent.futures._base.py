"""Futures, waiting for them, and what all executors have in common."""

import _interleave
import _outside
import threading
from builtins import TimeoutError
from time import monotonic as _monotonic

__atomic__ = True

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"

PENDING = "PENDING"
RUNNING = "RUNNING"
# The program has cancelled the future, but the executor has not come across it yet.
CANCELLED = "CANCELLED"
CANCELLED_AND_NOTIFIED = "CANCELLED_AND_NOTIFIED"
FINISHED = "FINISHED"

_CANCELLED_STATES = ("CANCELLED", "CANCELLED_AND_NOTIFIED")
_DONE_STATES = ("CANCELLED", "CANCELLED_AND_NOTIFIED", "FINISHED")
# When wait() and as_completed() take a future for done: later than done() does.
_SETTLED_STATES = ("CANCELLED_AND_NOTIFIED", "FINISHED")


class Error(Exception):
    """What futures raise on their own account."""


class CancelledError(Error):
    """The future was cancelled."""


class InvalidStateError(Error):
    """The future has a result already."""


class BrokenExecutor(RuntimeError):
    """The executor cannot be used any more."""


def _log():
    # Only programs in trouble need logging.
    import logging

    return logging.getLogger("concurrent.futures")


# Tracebacks show the way that a call's exception takes. Functions and statements along it
# are named and written as in CPython, so that tracebacks read the same.


class Future:
    """The result, here or still to come, of a call."""

    def __init__(self):
        self._condition = threading.Condition()
        self._condition._owner = self
        _interleave.belongs(self._condition._lock, self)
        self._state = PENDING
        self._result = None
        self._exception = None
        self._waiters = []
        self._done_callbacks = []

    def __repr__(self):
        with self._condition:
            state = "cancelled"
            if self._state not in _CANCELLED_STATES:
                state = self._state.lower()
            if self._exception is not None:
                state += f" raised {type(self._exception).__name__}"
            elif self._state == FINISHED:
                state += f" returned {type(self._result).__name__}"
            return f"<{type(self).__name__} at {id(self):#x} state={state}>"

    @classmethod
    def __class_getitem__(cls, item):
        from types import GenericAlias

        return GenericAlias(cls, item)

    def _enter_state(self, state):
        self._state = state
        _interleave.tell("state", self, state)

    def cancel(self):
        """Cancel the call, unless it has begun. Returns whether it is cancelled."""
        with self._condition:
            if self._state in _CANCELLED_STATES:
                return True
            if self._state != PENDING:
                return False
            self._enter_state(CANCELLED)
            self._condition.notify_all()
        self._invoke_callbacks()
        return True

    def cancelled(self):
        """Whether the call was cancelled."""
        with self._condition:
            return self._state in _CANCELLED_STATES

    def running(self):
        """Whether the call is being carried out."""
        with self._condition:
            return self._state == RUNNING

    def done(self):
        """Whether the call has ended or was cancelled."""
        with self._condition:
            return self._state in _DONE_STATES

    def add_done_callback(self, fn):
        """Have fn(future) called when the future is done: now, if it is."""
        with self._condition:
            if self._state not in _DONE_STATES:
                self._done_callbacks.append(fn)
                return
        try:
            fn(self)
        except Exception:
            self._log_callback_error()

    def _invoke_callbacks(self):
        for callback in self._done_callbacks:
            try:
                callback(self)
            except Exception:
                self._log_callback_error()

    def _log_callback_error(self):
        _log().exception("exception calling callback for %r", self)

    def _wait_until_done(self, timeout):
        """With the condition held: wait at most once, since only the end notifies."""
        if self._state not in _DONE_STATES:
            self._condition.wait(timeout)

    def __get_result(self):
        if self._exception is not None:
            raise self._exception
        return self._result

    def result(self, timeout=None):
        """The call's result; raises what the call raised."""
        with self._condition:
            self._wait_until_done(timeout)
            if self._state in _CANCELLED_STATES:
                raise CancelledError()
            if self._state != FINISHED:
                raise TimeoutError()
            return self.__get_result()

    def exception(self, timeout=None):
        """The exception that the call raised, None when it returned."""
        with self._condition:
            self._wait_until_done(timeout)
            if self._state in _CANCELLED_STATES:
                raise CancelledError()
            if self._state != FINISHED:
                raise TimeoutError()
            return self._exception

    # For executors.

    def set_running_or_notify_cancel(self):
        """Begin the call. Returns False when it was cancelled and must not be made."""
        with self._condition:
            if self._state == PENDING:
                self._enter_state(RUNNING)
                return True
            if self._state == CANCELLED:
                self._enter_state(CANCELLED_AND_NOTIFIED)
                self._tell_waiters()
                return False
            _log().critical("Future %s in unexpected state: %s", id(self), self._state)
            raise RuntimeError("Future in unexpected state")

    def set_result(self, result):
        """End the call with a result."""
        with self._condition:
            if self._state in _DONE_STATES:
                raise InvalidStateError(f"{self._state}: {self!r}")
            self._result = result
            self._finish()
        self._invoke_callbacks()

    def set_exception(self, exception):
        """End the call with an exception."""
        with self._condition:
            if self._state in _DONE_STATES:
                raise InvalidStateError(f"{self._state}: {self!r}")
            self._exception = exception
            self._finish()
        self._invoke_callbacks()

    def _finish(self):
        self._enter_state(FINISHED)
        self._tell_waiters()
        self._condition.notify_all()

    def _tell_waiters(self):
        for waiter in self._waiters:
            waiter.add(self)


class _Waiter:
    """Watches several futures until enough of them are settled."""

    def __init__(self, futures, stop_on_exception=False):
        self.event = threading.Event()
        _interleave.belongs(self.event, self)
        self.settled = []
        self._needed = None
        self._stop_on_exception = stop_on_exception
        self._watched = []
        for future in futures:
            with future._condition:
                if future._state in _SETTLED_STATES:
                    self.settled.append(future)
                else:
                    future._waiters.append(self)
                    self._watched.append(future)

    def expect(self, needed):
        """Set the event once that many futures are settled."""
        self._needed = needed
        self._check()

    def add(self, future):
        """A watched future is settled."""
        self.settled.append(future)
        self._check()

    def _check(self):
        if self._needed is None:
            return
        if len(self.settled) >= self._needed or (
            self._stop_on_exception and any(map(_has_raised, self.settled))
        ):
            self.event.set()

    def take(self):
        """The futures settled since the last time, in the order in which they were."""
        self.event.clear()
        settled = self.settled
        self.settled = []
        return settled

    def leave(self):
        """Watch no more."""
        for future in self._watched:
            with future._condition:
                future._waiters.remove(self)


def _has_raised(future):
    return future._exception is not None


class DoneAndNotDoneFutures(tuple):
    """What wait() returns: the set of futures that are done, and that of the others."""

    _fields = ("done", "not_done")

    def __new__(cls, done, not_done):
        return tuple.__new__(cls, (done, not_done))

    def __repr__(self):
        return f"DoneAndNotDoneFutures(done={self[0]!r}, not_done={self[1]!r})"

    @property
    def done(self):
        """The futures that are done."""
        return self[0]

    @property
    def not_done(self):
        """The others."""
        return self[1]


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    """Wait until all futures are done, or one is, or one has raised."""
    fs = set(fs)
    waiter = _Waiter(fs, stop_on_exception=return_when == FIRST_EXCEPTION)
    try:
        if len(waiter.settled) < len(fs):
            if return_when == FIRST_COMPLETED:
                waiter.expect(1)
            elif return_when == FIRST_EXCEPTION or return_when == ALL_COMPLETED:
                waiter.expect(len(fs))
            else:
                raise ValueError(f"Invalid return condition: {return_when!r}")
            waiter.event.wait(timeout)
    finally:
        waiter.leave()
    done = set(waiter.settled)
    return DoneAndNotDoneFutures(done, fs - done)


def as_completed(fs, timeout=None):
    """Yield the futures as they are done, each once."""
    deadline = None if timeout is None else _monotonic() + timeout
    pending = dict.fromkeys(fs)
    total = len(pending)
    waiter = _Waiter(pending)
    waiter.expect(1)
    try:
        while pending:
            if deadline is not None:
                timeout = max(deadline - _monotonic(), 0)
            in_time = waiter.event.wait(timeout)
            settled = waiter.take()
            if not settled and not in_time:
                raise TimeoutError(f"{len(pending)} (of {total}) futures unfinished")
            for future in settled:
                del pending[future]
                yield future
    finally:
        waiter.leave()


def _result_or_cancel(fut, timeout=None):
    try:
        return fut.result(timeout)
    finally:
        fut.cancel()


class Executor:
    """Carries out calls and gives futures for them."""

    def submit(self, fn, /, *args, **kwargs):
        """Have fn(*args, **kwargs) called; returns its future."""
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        """The results of fn over the iterables, in their order.

        All calls are submitted now. Whoever stops iterating cancels what has not begun.
        Threads have no use for the chunksize.
        """
        deadline = None if timeout is None else _monotonic() + timeout
        fs = [self.submit(fn, *args) for args in zip(*iterables)]
        fs.reverse()

        def result_iterator():
            try:
                while fs:
                    if deadline is None:
                        yield _result_or_cancel(fs.pop())
                    else:
                        yield _result_or_cancel(fs.pop(), deadline - _monotonic())
            finally:
                for future in fs:
                    future.cancel()

        return result_iterator()

    def shutdown(self, wait=True, *, cancel_futures=False):
        """Accept no more calls, and wait for those accepted."""

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, traceback):
        self.shutdown(wait=True)
        return False


class _PoolExecutor(Executor):
    """What pools of threads and of processes share: who may submit, and when."""

    def __init__(self, max_workers, initializer, initargs):
        if max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._max_workers = max_workers
        self._initializer = initializer
        self._initargs = initargs
        # False, or the sentence that says why the pool is broken.
        self._broken = False
        self._shutdown = False
        self._shutdown_lock = _interleave.named_lock(self, "mutex")

    def _broken_error(self):
        """The exception for a call submitted to a broken pool."""
        return BrokenExecutor(self._broken)

    def _check_accepting(self):
        """With the lock held: raise unless calls are accepted."""
        if self._broken:
            raise self._broken_error()
        if self._shutdown:
            raise RuntimeError("cannot schedule new futures after shutdown")
        if threading._shutting_down:
            raise RuntimeError("cannot schedule new futures after interpreter shutdown")


class _WorkItem:
    """A call to be made, with the future for its result."""

    def __init__(self, future, fn, args, kwargs):
        self.future = future
        self.fn = fn
        self.args = args
        self.kwargs = kwargs

    def run(self):
        """Make the call, unless it was cancelled."""
        if not self.future.set_running_or_notify_cancel():
            return
        try:
            if type(self.fn) is type(len):
                result = _outside.call(self.fn, self.args, self.kwargs)
            else:
                result = self.fn(*self.args, **self.kwargs)
        except BaseException as exc:
            self.future.set_exception(exc)
        else:
            self.future.set_result(result)
