"""Futures: results that are not there yet."""

import _interleave
import concurrent.futures
import contextvars
import asyncio.events as events
import asyncio.exceptions as exceptions
import asyncio.reprs as reprs

__atomic__ = True


class Future:
    """A result that will be there later; awaiting it suspends the task until then."""

    __module__ = "_asyncio"

    _state = "PENDING"
    _result = None
    _exception = None
    _exception_tb = None
    _callbacks = None
    _cancel_message = None
    # The CancelledError that ended a task; whoever asks first gets this very object.
    _cancelled_exc = None
    # An exception that nobody looks at is logged when the future goes.
    _log_traceback = False
    # For the task that gets this future from its coroutine: it was awaited, not yielded.
    _asyncio_future_blocking = False
    # For the trace: on whose behalf and for what one waits on this future.
    _purpose = None

    def __init__(self, *, loop=None):
        self._loop = events.get_event_loop() if loop is None else loop

    @classmethod
    def __class_getitem__(cls, item):
        return cls

    def get_loop(self):
        """The loop that calls the callbacks."""
        return self._loop

    def done(self):
        """Whether there is a result, an exception or a cancellation."""
        return self._state != "PENDING"

    def cancelled(self):
        """Whether it was cancelled."""
        return self._state == "CANCELLED"

    def cancel(self, msg=None):
        """Cancel it; False when it was done already."""
        self._log_traceback = False
        if self._state != "PENDING":
            return False
        self._cancel_message = msg
        self._finish("CANCELLED")
        return True

    def result(self):
        """The result; raises the exception if there is one."""
        error = self._error("Result is not set.")
        if error is not None:
            raise error
        return self._result

    def exception(self):
        """The exception, None when there is a result."""
        error = self._error("Exception is not set.")
        if self._state == "CANCELLED":
            raise error
        return error

    def set_result(self, result):
        """Give it its result."""
        self._check_pending()
        self._result = result
        self._finish("FINISHED")

    def set_exception(self, exception):
        """Give it an exception instead of a result."""
        self._check_pending()
        if isinstance(exception, type):
            exception = exception()
        if not isinstance(exception, BaseException):
            raise TypeError("invalid exception object")
        if type(exception) is StopIteration:
            raise TypeError(
                "StopIteration interacts badly with generators and cannot be raised into a Future"
            )
        self._exception = exception
        # Each time it is raised its traceback starts from here, instead of growing.
        self._exception_tb = exception.__traceback__
        self._finish("FINISHED")
        self._log_traceback = True

    def add_done_callback(self, fn, *, context=None):
        """Have `fn(future)` called by the loop when this is done (soon, if it is already)."""
        if context is None:
            context = contextvars.copy_context()
        if self._state != "PENDING":
            self._loop.call_soon(fn, self, context=context)
        elif self._callbacks is None:
            self._callbacks = [(fn, context)]
        else:
            self._callbacks.append((fn, context))

    def remove_done_callback(self, fn):
        """Take back all registrations of a callback; returns how many there were."""
        callbacks = self._callbacks or []
        kept = [registered for registered in callbacks if registered[0] != fn]
        self._callbacks = kept or None
        return len(callbacks) - len(kept)

    def __await__(self):
        if self._state == "PENDING":
            self._asyncio_future_blocking = True
            yield self
        if self._state == "PENDING":
            raise RuntimeError("await wasn't used with future")
        return self.result()

    __iter__ = __await__

    def __repr__(self):
        return reprs.future(self)

    def _repr_info(self):
        return reprs.future_info(self)

    def __del__(self):
        if self._log_traceback:
            self._loop.call_exception_handler(
                {
                    "message": f"{type(self).__name__} exception was never retrieved",
                    "exception": self._exception,
                    "future": self,
                }
            )

    def _check_pending(self):
        if self._state != "PENDING":
            raise exceptions.InvalidStateError("invalid state")

    def _finish(self, state):
        self._state = state
        callbacks = self._callbacks
        self._callbacks = None
        for callback, context in callbacks or ():
            _interleave.tell("wakes", callback, self._awaited())
            self._loop.call_soon(callback, self, context=context)

    def _awaited(self):
        """For the trace: what those wait for who wait for this future."""
        return self if self._purpose is None else self._purpose[0]

    def _error(self, when_pending):
        """What `result` has to raise: a CancelledError, the exception, or nothing."""
        if self._state == "PENDING":
            raise exceptions.InvalidStateError(when_pending)
        if self._state == "CANCELLED":
            return self._make_cancelled_error()
        self._log_traceback = False
        if self._exception is None:
            return None
        return self._exception.with_traceback(self._exception_tb)

    def _make_cancelled_error(self):
        error = self._cancelled_exc
        self._cancelled_exc = None
        if error is not None:
            return error
        if self._cancel_message is None:
            return exceptions.CancelledError()
        return exceptions.CancelledError(self._cancel_message)


def isfuture(obj):
    """Whether it behaves as a Future."""
    return getattr(type(obj), "_asyncio_future_blocking", None) is not None


def wrap_future(future, *, loop=None):
    """An asyncio future that follows one of `concurrent.futures`."""
    if isfuture(future):
        return future
    if loop is None:
        loop = events.get_event_loop()
    wrapped = loop.create_future()
    wrapped._purpose = (future, "result")
    _chain_future(future, wrapped)
    return wrapped


def _chain_future(source, destination):
    """Copy the outcome of one future to another; cancelling the other cancels the first.

    Either may be a future of asyncio or of `concurrent.futures`.
    """
    source_loop = source.get_loop() if isfuture(source) else None
    destination_loop = destination.get_loop() if isfuture(destination) else None

    def _set_state(destination, source):
        if isfuture(destination):
            _copy_outcome(source, destination)
        else:
            _copy_outcome_to_thread(source, destination)

    def _call_check_cancel(destination):
        if not destination.cancelled():
            return
        if source_loop is None or source_loop is destination_loop:
            source.cancel()
        else:
            source_loop.call_soon_threadsafe(source.cancel)

    def _call_set_state(source):
        if destination_loop is None or destination_loop is source_loop:
            _set_state(destination, source)
        elif not destination_loop.is_closed():
            destination_loop.call_soon_threadsafe(_set_state, destination, source)

    destination.add_done_callback(_call_check_cancel)
    source.add_done_callback(_call_set_state)


def _copy_outcome(source, destination):
    if destination.cancelled():
        return
    if source.cancelled():
        destination.cancel()
        return
    error = source.exception()
    if error is not None:
        destination.set_exception(_own_error(error))
    else:
        destination.set_result(source.result())


def _copy_outcome_to_thread(source, destination):
    if source.cancelled():
        destination.cancel()
    if not destination.set_running_or_notify_cancel():
        return
    error = source.exception()
    if error is not None:
        destination.set_exception(_own_error(error))
    else:
        destination.set_result(source.result())


def _own_error(error):
    """The exception of asyncio that says what one of `concurrent.futures` says."""
    kind = type(error)
    if kind is concurrent.futures.CancelledError:
        return exceptions.CancelledError(*error.args)
    if kind is concurrent.futures.InvalidStateError:
        return exceptions.InvalidStateError(*error.args)
    return error


def _set_result_unless_cancelled(future, result):
    if not future.cancelled():
        future.set_result(result)
