"""Which loop runs here, which loop belongs to this thread, and callbacks to be called.

Both are attributes of the thread's Thread object.
"""

import contextvars
import os
import threading
import asyncio.reprs as reprs

__atomic__ = True


class AbstractEventLoop:
    """The type of all event loops."""


class Handle:
    """A callback that was handed to the loop. `cancel` takes it back."""

    _cancelled = False

    def __init__(self, callback, args, loop, context=None):
        self._callback = callback
        self._args = args
        self._loop = loop
        self._context = contextvars.copy_context() if context is None else context

    def cancel(self):
        """Take the callback back: it will not be called."""
        self._cancelled = True
        # What it refers to may go at once.
        self._callback = None
        self._args = None

    def cancelled(self):
        """Whether the callback was taken back."""
        return self._cancelled

    def _run(self):
        try:
            self._context.run(self._callback, *self._args)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            call = reprs.call(self._callback, self._args)
            self._loop.call_exception_handler(
                {
                    "message": f"Exception in callback {call}",
                    "exception": error,
                    "handle": self,
                }
            )

    def _repr_info(self):
        info = ["cancelled"] if self._cancelled else []
        if self._callback is not None:
            info.append(reprs.call(self._callback, self._args))
        return info

    def __repr__(self):
        return f"<{' '.join([type(self).__name__, *self._repr_info()])}>"


class TimerHandle(Handle):
    """A callback that was handed to the loop for later."""

    # Whether the loop keeps it among its timers.
    _scheduled = False

    def __init__(self, when, callback, args, loop, context=None):
        Handle.__init__(self, callback, args, loop, context)
        self._when = when

    def when(self):
        """The time of the loop's clock at which the callback is due."""
        return self._when

    def cancel(self):
        """Take the callback back: it will not be called."""
        if not self._cancelled:
            self._loop._timer_handle_cancelled(self)
        Handle.cancel(self)

    def _repr_info(self):
        info = Handle._repr_info(self)
        info.insert(1 if self._cancelled else 0, f"when={self._when}")
        return info

    def _key(self):
        return (self._when, self._callback, self._args, self._cancelled)

    def __hash__(self):
        return hash(self._when)

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, TimerHandle) else NotImplemented

    def __lt__(self, other):
        return self._when < other._when if isinstance(other, TimerHandle) else NotImplemented

    def __le__(self, other):
        if not isinstance(other, TimerHandle):
            return NotImplemented
        return self._when < other._when or self == other


def get_running_loop():
    """The loop that runs in this thread; a RuntimeError when there is none."""
    loop = _get_running_loop()
    if loop is None:
        raise RuntimeError("no running event loop")
    return loop


def get_event_loop():
    """The loop that runs here, else what the policy gives."""
    loop = _get_running_loop()
    return get_event_loop_policy().get_event_loop() if loop is None else loop


def set_event_loop(loop):
    """Say what `get_event_loop` gives in this thread when no loop is running."""
    get_event_loop_policy().set_event_loop(loop)


def new_event_loop():
    """A new loop."""
    return get_event_loop_policy().new_event_loop()


class AbstractEventLoopPolicy:
    """Says which loop belongs to a thread, and makes new ones."""

    def get_event_loop(self):
        """The loop of this thread."""
        raise NotImplementedError

    def set_event_loop(self, loop):
        """Say which loop this thread has."""
        raise NotImplementedError

    def new_event_loop(self):
        """A new loop."""
        raise NotImplementedError


class BaseDefaultEventLoopPolicy(AbstractEventLoopPolicy):
    """Each thread has the loop that was set there; the main thread gets one made."""

    def get_event_loop(self):
        """The loop of this thread; a RuntimeError when it has none."""
        thread = threading.current_thread()
        if not hasattr(thread, "_event_loop") and thread is threading.main_thread():
            self.set_event_loop(self.new_event_loop())
        loop = getattr(thread, "_event_loop", None)
        if loop is None:
            raise RuntimeError(f"There is no current event loop in thread {thread.name!r}.")
        return loop

    def set_event_loop(self, loop):
        """Say which loop this thread has."""
        if loop is not None and not isinstance(loop, AbstractEventLoop):
            raise TypeError(
                "loop must be an instance of AbstractEventLoop or None, "
                f"not '{type(loop).__name__}'"
            )
        threading.current_thread()._event_loop = loop

    def new_event_loop(self):
        """A new loop."""
        # Imported late, since the loop's module needs this one.
        from asyncio.unix_events import SelectorEventLoop

        return SelectorEventLoop()


class _UnixDefaultEventLoopPolicy(BaseDefaultEventLoopPolicy):
    """The policy by the name that it has on Unix."""


DefaultEventLoopPolicy = _UnixDefaultEventLoopPolicy

_policy = None


def get_event_loop_policy():
    """The policy of this process."""
    global _policy
    if _policy is None:
        _policy = DefaultEventLoopPolicy()
    return _policy


def set_event_loop_policy(policy):
    """Change the policy of this process; None is the default one."""
    global _policy
    if policy is not None and not isinstance(policy, AbstractEventLoopPolicy):
        raise TypeError(
            "policy must be an instance of AbstractEventLoopPolicy or None, "
            f"not '{type(policy).__name__}'"
        )
    _policy = policy


def _get_running_loop():
    loop, process = getattr(threading.current_thread(), "_running_loop", (None, None))
    # A forked child has a copy of the thread in which its parent's loop was running.
    return loop if process == os.getpid() else None


def _set_running_loop(loop):
    threading.current_thread()._running_loop = (loop, os.getpid())
