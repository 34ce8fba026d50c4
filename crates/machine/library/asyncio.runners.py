"""Running a program's main coroutine in a loop of its own."""

import _interleave
import contextvars
import functools
import threading
import asyncio.coroutines as coroutines
import asyncio.events as events
import asyncio.exceptions as exceptions
import asyncio.tasks as tasks
import asyncio.waiting as waiting

__atomic__ = True

_SIGINT = 2


class Runner:
    """Keeps one loop for several `run`s, and closes it at the end of the block."""

    def __init__(self, *, debug=None, loop_factory=None):
        self._loop_factory = loop_factory
        self._loop = None
        self._context = None
        self._closed = False
        self._interrupt_count = 0

    def __enter__(self):
        self._make_loop()
        return self

    def __exit__(self, exc_type, exc, tb):
        self.close()

    def get_loop(self):
        """The loop."""
        self._make_loop()
        return self._loop

    def run(self, coro, *, context=None):
        """Run a coroutine to its end; returns its result."""
        if not coroutines.iscoroutine(coro):
            raise ValueError(f"a coroutine was expected, got {coro!r}")
        if events._get_running_loop() is not None:
            raise RuntimeError("Runner.run() cannot be called from a running event loop")
        self._make_loop()
        task = self._loop.create_task(coro, context=self._context if context is None else context)
        self._interrupt_count = 0
        handler = functools.partial(self._on_sigint, task)
        installed = _exchange_sigint_handler(None, handler)
        try:
            return self._loop.run_until_complete(task)
        except exceptions.CancelledError:
            if self._interrupt_count > 0 and task.uncancel() == 0:
                raise KeyboardInterrupt
            raise
        finally:
            if installed:
                _exchange_sigint_handler(handler, None)

    def _on_sigint(self, task, signum, frame):
        """The first SIGINT cancels the main task, the next one ends everything."""
        self._interrupt_count += 1
        if self._interrupt_count == 1 and not task.done():
            task.cancel()
            self._loop.call_soon_threadsafe(_wake_up)
            return
        raise KeyboardInterrupt

    def close(self):
        """Cancel the tasks that are left, finish generators and threads, close the loop."""
        loop = self._loop
        if loop is None:
            return
        try:
            _cancel_all_tasks(loop)
            loop.run_until_complete(loop.shutdown_asyncgens())
            loop.run_until_complete(loop.shutdown_default_executor())
        finally:
            if self._loop_factory is None:
                events.set_event_loop(None)
            loop.close()
            self._loop = None
            self._closed = True

    def _make_loop(self):
        if self._closed:
            raise RuntimeError("Runner is closed")
        if self._loop is not None:
            return
        if self._loop_factory is None:
            self._loop = events.new_event_loop()
            events.set_event_loop(self._loop)
        else:
            self._loop = self._loop_factory()
        self._context = contextvars.copy_context()


def run(main, *, debug=None):
    """Run a program's main coroutine in a new loop; returns its result."""
    if events._get_running_loop() is not None:
        raise RuntimeError("asyncio.run() cannot be called from a running event loop")
    with Runner(debug=debug) as runner:
        return runner.run(main)


def _wake_up():
    """Nothing: the loop has to look at what is ready."""


def _exchange_sigint_handler(old, new):
    """Put one handler of SIGINT in the place of another, None being Python's own; whether that was the one.

    A program that does not know of signals is sent none.
    """
    getsignal = _interleave.module_value("signal", "getsignal")
    if getsignal is NotImplemented:
        return False
    if threading.current_thread() is not threading.main_thread():
        return False
    default = _interleave.module_value("signal", "default_int_handler")
    if getsignal(_SIGINT) is not (old or default):
        return False
    _interleave.module_value("signal", "signal")(_SIGINT, new or default)
    return True


def _cancel_all_tasks(loop):
    left = tasks.all_tasks(loop)
    if not left:
        return
    for task in left:
        task.cancel()
    loop.run_until_complete(waiting.gather(*left, return_exceptions=True))
    for task in left:
        if not task.cancelled() and task.exception() is not None:
            loop.call_exception_handler(
                {
                    "message": "unhandled exception during asyncio.run() shutdown",
                    "exception": task.exception(),
                    "task": task,
                }
            )
