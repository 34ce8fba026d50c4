"""The event loop by the name that it has on Unix."""

import _interleave
import asyncio.coroutines as coroutines
import asyncio.events as events
from asyncio.base_events import BaseEventLoop

__atomic__ = True


class _UnixSelectorEventLoop(BaseEventLoop):
    """The event loop that `new_event_loop` makes."""

    def __init__(self):
        super().__init__()
        # Callbacks by the signals that they are for.
        self._signal_handlers = {}

    def close(self):
        """Close it for good; signals do again what they do without it."""
        super().close()
        for sig in list(self._signal_handlers):
            self.remove_signal_handler(sig)

    def add_signal_handler(self, sig, callback, *args):
        """Have a callback called in the loop when a signal comes."""
        if coroutines.iscoroutine(callback) or coroutines.iscoroutinefunction(callback):
            raise TypeError("coroutines cannot be used with add_signal_handler()")
        _check_signal(sig)
        self._check_closed()
        handle = events.Handle(callback, args, self, None)
        try:
            _of_signal("signal")(sig, self._handle_signal)
        except ValueError as error:
            raise RuntimeError(str(error))
        except OSError as error:
            raise RuntimeError(f"sig {sig} cannot be caught")
        self._signal_handlers[sig] = handle

    def _handle_signal(self, sig, frame):
        handle = self._signal_handlers.get(sig)
        if handle is None:
            return
        if handle._cancelled:
            self.remove_signal_handler(sig)
        else:
            self.call_soon_threadsafe(handle._run)

    def remove_signal_handler(self, sig):
        """Have a signal do again what it does without the loop; whether there was a callback."""
        _check_signal(sig)
        if self._signal_handlers.pop(sig, None) is None:
            return False
        name = "default_int_handler" if sig == _SIGINT else "SIG_DFL"
        _of_signal("signal")(sig, _of_signal(name))
        return True


SelectorEventLoop = _UnixSelectorEventLoop

_SIGINT = 2


def _of_signal(name):
    """What `signal` has under a name. Programs that name no signal have no such module, and need none."""
    value = _interleave.module_value("signal", name)
    if value is NotImplemented:
        value = _interleave.module_value("signal", "__getattr__")(name)
    return value


def _check_signal(sig):
    if not isinstance(sig, int):
        raise TypeError(f"sig must be an int, not {sig!r}")
    if sig not in _of_signal("valid_signals")():
        raise ValueError(f"invalid signal number {sig}")
