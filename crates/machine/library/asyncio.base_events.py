"""The event loop: callbacks that are ready, timers, and one way to sleep.

A pass of the loop calls what was ready when the pass began; what becomes ready meanwhile waits
for the next one. With nothing ready the loop sleeps on a lock until a timer is due or another
thread hands it a callback and so releases the lock.
"""

import _interleave
import concurrent.futures
import math
import sys
import threading
import time
import weakref
import asyncio.events as events
import asyncio.futures as futures
import asyncio.log as log
import asyncio.tasks as tasks
import asyncio.waiting as waiting
from asyncio.events import AbstractEventLoop
from asyncio.timers import Timers

__atomic__ = True

_LONGEST_SLEEP = 86400
_CLOCK_RESOLUTION = 1e-09
_TICKS_PER_SECOND = 1000


class BaseEventLoop(AbstractEventLoop):
    """Calls callbacks and drives tasks, one at a time, in one thread."""

    slow_callback_duration = 0.1

    def __init__(self):
        # A list: each pass takes all of them.
        self._ready = []
        self._timers = Timers()
        self._tasks = weakref._IdentitySet()
        self._current_task = None
        self._asyncgens = weakref._IdentitySet()
        self._thread_id = None
        self._stopping = False
        self._closed = False
        # The time up to which a sleep has lasted, see `time`.
        self._slept_until = 0.0
        self._exception_handler = None
        self._task_factory = None
        self._default_executor = None
        self._executor_shutdown_called = False
        # Held except when another thread has called for the loop.
        self._wake_up = _interleave.named_lock(self, "wake-up")
        self._wake_up.acquire()
        log.debug("Using selector: EpollSelector")

    def __repr__(self):
        return (
            f"<{type(self).__name__} running={self.is_running()} closed={self.is_closed()} "
            f"debug={self.get_debug()}>"
        )

    # Running.

    def run_forever(self):
        """Run until `stop` is called."""
        self._check_closed()
        self._check_running()
        hooks = sys.get_asyncgen_hooks()
        self._thread_id = threading.get_ident()
        sys.set_asyncgen_hooks(
            firstiter=self._asyncgen_firstiter_hook, finalizer=self._asyncgen_finalizer_hook
        )
        events._set_running_loop(self)
        try:
            while True:
                self._run_once()
                if self._stopping:
                    break
        finally:
            self._stopping = False
            self._thread_id = None
            events._set_running_loop(None)
            sys.set_asyncgen_hooks(*hooks)

    def run_until_complete(self, future):
        """Run until a future or coroutine is done; returns its result."""
        self._check_closed()
        self._check_running()
        is_new = not futures.isfuture(future)
        future = tasks.ensure_future(future, loop=self)
        if is_new:
            # If it does not come to its end this call raises, which says enough.
            future._log_destroy_pending = False
        future.add_done_callback(_run_until_complete_cb)
        try:
            self.run_forever()
        except:
            if is_new and future.done() and not future.cancelled():
                # The error is on its way already: no need to log it as never retrieved.
                future.exception()
            raise
        finally:
            future.remove_done_callback(_run_until_complete_cb)
        if not future.done():
            raise RuntimeError("Event loop stopped before Future completed.")
        return future.result()

    def stop(self):
        """Let `run_forever` return after the current pass."""
        self._stopping = True

    def close(self):
        """Forget all callbacks and let the executor go, without waiting for it."""
        if self.is_running():
            raise RuntimeError("Cannot close a running event loop")
        if self._closed:
            return
        self._closed = True
        self._ready.clear()
        self._timers.clear()
        self._executor_shutdown_called = True
        executor = self._default_executor
        if executor is not None:
            self._default_executor = None
            executor.shutdown(wait=False)

    def is_running(self):
        """Whether it is running, in whatever thread."""
        return self._thread_id is not None

    def is_closed(self):
        """Whether it was closed."""
        return self._closed

    def _run_once(self):
        timers = self._timers
        timers.tidy()
        if not self._ready and not self._stopping:
            self._sleep()
        if timers.heap:
            timers.move_due(self.time() + _CLOCK_RESOLUTION, self._ready)
        ready = self._ready
        self._ready = []
        # The last is the next: each handle goes as soon as it was called.
        ready.reverse()
        try:
            while ready:
                handle = ready.pop()
                if not handle._cancelled:
                    handle._run()
        except:
            # Who was not called comes first when the loop goes on.
            ready.reverse()
            self._ready[:0] = ready
            raise

    def _sleep(self):
        """Wait until the first timer is due or another thread calls for the loop."""
        when = self._timers.first()
        if when is None:
            self._wake_up.acquire()
            return
        now = self.time()
        until = min(when, now + _LONGEST_SLEEP)
        # CPython sleeps in epoll, for whole milliseconds: so timers that are due nearly
        # together, such as sleeps of the same length, expire in the same pass.
        ticks = math.ceil((until - now - _CLOCK_RESOLUTION) * _TICKS_PER_SECOND)
        if ticks <= 0 or not self._wake_up.acquire(timeout=ticks / _TICKS_PER_SECOND):
            self._slept_until = until

    def _check_closed(self):
        if self._closed:
            raise RuntimeError("Event loop is closed")

    def _check_running(self):
        if self.is_running():
            raise RuntimeError("This event loop is already running")
        if events._get_running_loop() is not None:
            raise RuntimeError("Cannot run the event loop while another loop is running")

    # Callbacks.

    def time(self):
        """The loop's clock, in seconds.

        A sleep that has come to its end has lasted its time, even where nothing measures time
        and the order of timers is all there is.
        """
        now = time.monotonic()
        return now if now + _CLOCK_RESOLUTION > self._slept_until else self._slept_until

    def call_soon(self, callback, *args, context=None):
        """Have a callback called in the next pass."""
        self._check_closed()
        handle = events.Handle(callback, args, self, context)
        self._ready.append(handle)
        return handle

    def call_soon_threadsafe(self, callback, *args, context=None):
        """`call_soon` for other threads: wakes the loop up."""
        handle = self.call_soon(callback, *args, context=context)
        try:
            self._wake_up.release()
        except RuntimeError:
            # Somebody else has called for the loop already.
            pass
        return handle

    def call_later(self, delay, callback, *args, context=None):
        """Have a callback called after `delay` seconds."""
        if delay is None:
            raise TypeError("delay must not be None")
        return self.call_at(self.time() + delay, callback, *args, context=context)

    def call_at(self, when, callback, *args, context=None):
        """Have a callback called when the loop's clock shows `when`."""
        if when is None:
            raise TypeError("when cannot be None")
        self._check_closed()
        timer = events.TimerHandle(when, callback, args, self, context)
        self._timers.add(timer)
        return timer

    def _timer_handle_cancelled(self, handle):
        if handle._scheduled:
            self._timers.cancelled()

    # Futures, tasks, threads.

    def create_future(self):
        """A future of this loop."""
        return futures.Future(loop=self)

    def create_task(self, coro, *, name=None, context=None):
        """Drive a coroutine; returns its Task."""
        self._check_closed()
        if self._task_factory is None:
            return tasks.Task(coro, loop=self, name=name, context=context)
        if context is None:
            task = self._task_factory(self, coro)
        else:
            task = self._task_factory(self, coro, context=context)
        tasks._set_task_name(task, name)
        return task

    def set_task_factory(self, factory):
        """Have `factory(loop, coro)` make the tasks; None for ordinary ones."""
        if factory is not None and not callable(factory):
            raise TypeError("task factory must be a callable or None")
        self._task_factory = factory

    def get_task_factory(self):
        """What makes the tasks, None for ordinary ones."""
        return self._task_factory

    def run_in_executor(self, executor, func, *args):
        """Call `func` in another thread (or process); returns the future of its result."""
        self._check_closed()
        if executor is None:
            executor = self._ready_default_executor()
        return futures.wrap_future(executor.submit(func, *args), loop=self)

    def set_default_executor(self, executor):
        """Choose the executor that `run_in_executor(None, ...)` takes."""
        if not isinstance(executor, concurrent.futures.ThreadPoolExecutor):
            raise TypeError("executor must be ThreadPoolExecutor instance")
        self._default_executor = executor

    def _ready_default_executor(self):
        if self._executor_shutdown_called:
            raise RuntimeError("Executor shutdown has been called")
        if self._default_executor is None:
            self._default_executor = concurrent.futures.ThreadPoolExecutor(
                thread_name_prefix="asyncio"
            )
        return self._default_executor

    async def shutdown_default_executor(self):
        """Wait, without blocking the loop, until the executor's threads have ended."""
        self._executor_shutdown_called = True
        if self._default_executor is None:
            return
        future = self.create_future()
        future._purpose = (self._default_executor, "shutdown")
        thread = threading.Thread(target=self._do_shutdown, args=(future,))
        thread.start()
        try:
            await future
        finally:
            thread.join()

    def _do_shutdown(self, future):
        try:
            self._default_executor.shutdown(wait=True)
            report, outcome = future.set_result, None
        except Exception as error:
            report, outcome = future.set_exception, error
        if not self._closed:
            self.call_soon_threadsafe(report, outcome)

    # Asynchronous generators.

    def _asyncgen_firstiter_hook(self, agen):
        self._asyncgens.add(agen)

    def _asyncgen_finalizer_hook(self, agen):
        self._asyncgens.discard(agen)
        if not self._closed:
            self.call_soon_threadsafe(self.create_task, agen.aclose())

    async def shutdown_asyncgens(self):
        """Close the asynchronous generators that were begun and not finished."""
        closing = list(self._asyncgens)
        self._asyncgens.clear()
        if not closing:
            return
        results = await waiting.gather(
            *[agen.aclose() for agen in closing], return_exceptions=True
        )
        for agen, result in zip(closing, results):
            if isinstance(result, Exception):
                self.call_exception_handler(
                    {
                        "message": "an error occurred during closing of "
                        f"asynchronous generator {agen!r}",
                        "exception": result,
                        "asyncgen": agen,
                    }
                )

    # Errors that nobody else can be given.

    def get_exception_handler(self):
        """The handler that was set, None for the default one."""
        return self._exception_handler

    def set_exception_handler(self, handler):
        """Have `handler(loop, context)` called for errors that reach nobody else."""
        if handler is not None and not callable(handler):
            raise TypeError(f"A callable object or None is expected, got {handler!r}")
        self._exception_handler = handler

    def default_exception_handler(self, context):
        """Log an error: its message, what else is known of it, and its traceback."""
        lines = [context.get("message") or "Unhandled exception in event loop"]
        for key in sorted(context):
            if key not in ("message", "exception"):
                lines.append(f"{key}: {context[key]!r}")
        log.error("\n".join(lines), context.get("exception"))

    def call_exception_handler(self, context):
        """Report an error to the handler that was set, or the default one."""
        if self._exception_handler is None:
            self._log_error(context)
            return
        try:
            self._exception_handler(self, context)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._log_error(
                {
                    "message": "Unhandled error in exception handler",
                    "exception": error,
                    "context": context,
                }
            )

    def _log_error(self, context):
        try:
            self.default_exception_handler(context)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            log.error("Exception in default exception handler", error)

    # Debug mode is accepted and has no effect.

    def get_debug(self):
        """Always False."""
        return False

    def set_debug(self, enabled):
        """Accepted, without effect."""


def _run_until_complete_cb(future):
    if not future.cancelled():
        error = future.exception()
        if isinstance(error, (SystemExit, KeyboardInterrupt)):
            # It has left the loop already; a stop would end the next run.
            return
    future.get_loop().stop()
