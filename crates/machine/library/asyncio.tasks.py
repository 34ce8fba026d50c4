"""Tasks: coroutines that the event loop drives, one step from `await` to `await` at a time.

The trace is told of a task with `tell`: "task created" and "task named" with its name, "task
resumed", "task suspended" with what it waits for as (owner, role) or None when it only lets
others run, and "task done" with "result", "exception" or "cancelled".
"""

import _interleave
import contextvars
import inspect
import asyncio.coroutines as coroutines
import asyncio.events as events
import asyncio.exceptions as exceptions
import asyncio.reprs as reprs
from asyncio.futures import Future, isfuture, _set_result_unless_cancelled

__atomic__ = True

_last_number = 0


class Task(Future):
    """A coroutine in the care of the event loop, and the future of its result."""

    __module__ = "_asyncio"

    # What the coroutine awaits at present.
    _fut_waiter = None
    # A cancellation that could not be passed on to a future: the next step throws it.
    _must_cancel = False
    _num_cancels_requested = 0
    _log_destroy_pending = True

    def __init__(self, coro, *, loop=None, name=None, context=None):
        if not coroutines.iscoroutine(coro):
            self._log_destroy_pending = False
            raise TypeError(f"a coroutine was expected, got {coro!r}")
        Future.__init__(self, loop=loop)
        self._coro = coro
        self._name = _next_name() if name is None else str(name)
        self._context = contextvars.copy_context() if context is None else context
        _interleave.tell("task created", self, self._name)
        self._loop.call_soon(self._step, context=self._context)
        self._loop._tasks.add(self)

    def get_coro(self):
        """The coroutine that it drives."""
        return self._coro

    def get_name(self):
        """The task's name: `Task-1` and so on unless it was given one."""
        return self._name

    def set_name(self, value):
        """Give the task another name."""
        self._name = str(value)
        _interleave.tell("task named", self, self._name)

    def set_result(self, result):
        """Refused: a task's result comes from its coroutine."""
        raise RuntimeError("Task does not support set_result operation")

    def set_exception(self, exception):
        """Refused: a task's exception comes from its coroutine."""
        raise RuntimeError("Task does not support set_exception operation")

    def cancel(self, msg=None):
        """Ask the coroutine to stop: a CancelledError comes out of what it awaits."""
        self._log_traceback = False
        if self.done():
            return False
        self._num_cancels_requested += 1
        if self._fut_waiter is not None and self._fut_waiter.cancel(msg=msg):
            # The future that it waits for will wake it up with the error.
            return True
        self._must_cancel = True
        self._cancel_message = msg
        return True

    def cancelling(self):
        """How often `cancel` was asked for and not taken back by `uncancel`."""
        return self._num_cancels_requested

    def uncancel(self):
        """Take one request to cancel off the count; returns what is left of it."""
        if self._num_cancels_requested > 0:
            self._num_cancels_requested -= 1
        return self._num_cancels_requested

    def task_wakeup(self, future):
        """What it waited for is done."""
        if isinstance(future, Future):
            error = future._error("Result is not set.")
        else:
            error = _error_of(future)
        self._step(error)

    def _step(self, error=None):
        """Run the coroutine up to its next suspension, or throw an error into it."""
        if self.done():
            raise exceptions.InvalidStateError(f"_step(): already done: {self!r}, {error!r}")
        if self._must_cancel:
            self._must_cancel = False
            if not isinstance(error, exceptions.CancelledError):
                error = self._make_cancelled_error()
        self._fut_waiter = None
        self._loop._current_task = self
        _interleave.tell("task resumed", self)
        outcome, value = _advance(self._coro, error)
        self._loop._current_task = None
        match outcome:
            case "suspended":
                self._wait_for(value)
            case "returned":
                self._returned(value)
            case "raised":
                self._raised(value)

    def _returned(self, result):
        if self._must_cancel:
            # It cancelled itself and then came to its end without awaiting anything.
            self._must_cancel = False
            self._tell_done("cancelled")
            Future.cancel(self, msg=self._cancel_message)
        else:
            self._tell_done("result")
            Future.set_result(self, result)

    def _raised(self, error):
        if isinstance(error, exceptions.CancelledError):
            self._cancelled_exc = error
            self._tell_done("cancelled")
            Future.cancel(self)
            return
        self._tell_done("exception")
        Future.set_exception(self, error)
        if isinstance(error, (KeyboardInterrupt, SystemExit)):
            raise error

    def _wait_for(self, awaited):
        """Arrange for the next step, given what the coroutine yielded."""
        blocking = getattr(awaited, "_asyncio_future_blocking", None)
        if blocking is None:
            self._let_others_run(awaited)
        elif awaited.get_loop() is not self._loop:
            self._complain(f"Task {self!r} got Future {awaited!r} attached to a different loop")
        elif not blocking:
            self._complain(
                f"yield was used instead of yield from in task {self!r} with {awaited!r}"
            )
        elif awaited is self:
            self._complain(f"Task cannot await on itself: {self!r}")
        else:
            self._wait_for_future(awaited)

    def _wait_for_future(self, future):
        future._asyncio_future_blocking = False
        future.add_done_callback(self.task_wakeup, context=self._context)
        self._fut_waiter = future
        purpose = getattr(future, "_purpose", None)
        _interleave.tell("task suspended", self, purpose or (future, "result"))
        if self._must_cancel and future.cancel(msg=self._cancel_message):
            self._must_cancel = False

    def _let_others_run(self, awaited):
        if awaited is None:
            _interleave.tell("task suspended", self)
            self._loop.call_soon(self._step, context=self._context)
        elif inspect.isgenerator(awaited):
            self._complain(
                f"yield was used instead of yield from for generator in task {self!r} "
                f"with {awaited!r}"
            )
        else:
            self._complain(f"Task got bad yield: {awaited!r}")

    def _complain(self, message):
        self._loop.call_soon(self._step, RuntimeError(message), context=self._context)

    def _tell_done(self, outcome):
        self._loop._tasks.discard(self)
        _interleave.tell("task done", self, outcome)

    def _repr_info(self):
        return reprs.task_info(self)

    def __del__(self):
        if self._state == "PENDING" and self._log_destroy_pending:
            self._loop.call_exception_handler(
                {"task": self, "message": "Task was destroyed but it is pending!"}
            )
        Future.__del__(self)


class _Pause:
    """Awaited, it suspends the task for one pass of the loop."""

    def __await__(self):
        yield


def create_task(coro, *, name=None, context=None):
    """Have the running loop drive a coroutine; returns its Task."""
    loop = events.get_running_loop()
    if context is None:
        task = loop.create_task(coro)
    else:
        task = loop.create_task(coro, context=context)
    _set_task_name(task, name)
    return task


def current_task(loop=None):
    """The task whose step is running, None in a plain callback."""
    if loop is None:
        loop = events.get_running_loop()
    return loop._current_task


def all_tasks(loop=None):
    """The set of the loop's tasks that are not done."""
    if loop is None:
        loop = events.get_running_loop()
    return {task for task in loop._tasks if not task.done()}


def ensure_future(coro_or_future, *, loop=None):
    """The future itself, or a task for a coroutine or another awaitable."""
    if isfuture(coro_or_future):
        if loop is not None and loop is not coro_or_future.get_loop():
            raise ValueError(
                "The future belongs to a different loop than the one specified as the loop argument"
            )
        return coro_or_future
    coro = coro_or_future
    if not coroutines.iscoroutine(coro):
        if not inspect.isawaitable(coro):
            raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")
        coro = _wrap_awaitable(coro)
    if loop is None:
        loop = events.get_event_loop()
    return loop.create_task(coro)


async def sleep(delay, result=None):
    """Suspend the task for a time; with 0, for one pass of the loop."""
    if delay <= 0:
        await _Pause()
        return result
    loop = events.get_running_loop()
    future = loop.create_future()
    future._purpose = (delay, "sleep")
    # A context of its own would make no difference to this callback, and takes up space.
    context = contextvars._current_context()
    timer = loop.call_later(delay, _set_result_unless_cancelled, future, result, context=context)
    try:
        return await future
    finally:
        timer.cancel()


async def _wrap_awaitable(awaitable):
    return await awaitable


def _set_task_name(task, name):
    if name is not None:
        task.set_name(name)


def _next_name():
    global _last_number
    _last_number += 1
    return f"Task-{_last_number}"


def _advance(coro, error):
    """Resume a coroutine. Its errors are values here, so no frame on their way holds the task."""
    try:
        if error is None:
            return "suspended", coro.send(None)
        return "suspended", coro.throw(error)
    except StopIteration as end:
        return "returned", end.value
    except BaseException as raised:
        return "raised", raised


def _error_of(future):
    """The exception that a future's result raises, for futures that are not ours."""
    try:
        future.result()
    except BaseException as error:
        return error
    return None
