"""Functions that are called when the interpreter ends."""

import _interleave
import sys

__atomic__ = True
__all__ = (
    "register", "unregister",
)

# The calls, the latest last; None until there is one.
_calls = None


def register(func, /, *args, **kwargs):
    """Call a function at the end."""
    global _calls
    if not callable(func):
        raise TypeError("the first argument must be callable")
    if _calls is None:
        _calls = []
        _interleave.at_exit(_run_exitfuncs)
    _calls.append((func, args, kwargs))
    return func


def unregister(func, /):
    """Do not call a function at the end."""
    if _calls is not None:
        _calls[:] = [call for call in _calls if not call[0] == func]


def _clear():
    if _calls is not None:
        _calls.clear()


def _ncallbacks():
    return len(_calls or ())


def _run_exitfuncs():
    """Make all calls, the latest first. An error is told, and the others follow."""
    while _calls:
        func, args, kwargs = _calls.pop()
        try:
            func(*args, **kwargs)
        except BaseException as error:
            sys.stderr.write(f"Exception ignored in atexit callback: {func!r}\n")
            sys.stderr.write(_interleave.format_exception(error))
