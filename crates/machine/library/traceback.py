"""Errors as text."""

import _interleave
import sys

__atomic__ = True
__all__ = (
    "format_exc", "format_exception", "format_exception_only", "format_stack", "format_tb",
    "print_exc", "print_exception", "print_stack", "print_tb",
)


def _write(text, file):
    (sys.stderr if file is None else file).write(text)


def _pieces(text):
    """The text in pieces: a frame's line together with its source."""
    pieces = []
    for line in text.splitlines(True):
        if line.startswith("    ") and pieces:
            pieces[-1] += line
        else:
            pieces.append(line)
    return pieces


def format_exception(exc, /, value=None, tb=None, limit=None, chain=True):
    """An error's text, as a list of pieces; also with type, error and traceback given."""
    error = value if isinstance(exc, type) or exc is None else exc
    if error is None:
        return ["NoneType: None\n"]
    return _pieces(_interleave.format_exception(error))


def format_exception_only(exc, /, value=None):
    """The last lines of an error's text: its class and message."""
    error = value if isinstance(exc, type) or exc is None else exc
    cls = type(error)
    name = cls.__qualname__
    if cls.__module__ not in ("builtins", "__main__"):
        name = f"{cls.__module__}.{name}"
    message = str(error)
    lines = [f"{name}: {message}\n" if message else f"{name}\n"]
    return lines + [f"{note}\n" for note in getattr(error, "__notes__", ())]


def format_exc(limit=None, chain=True):
    """The text of the error being handled."""
    return "".join(format_exception(sys.exc_info()[1]))


def print_exc(limit=None, file=None, chain=True):
    """Write the text of the error being handled."""
    _write(format_exc(limit, chain), file)


def print_exception(exc, /, value=None, tb=None, limit=None, file=None, chain=True):
    """Write an error's text."""
    _write("".join(format_exception(exc, value, tb, limit, chain)), file)


def format_tb(tb, limit=None):
    """The frames of a traceback, as a list of pieces."""
    return _pieces_of_frames(_interleave.format_traceback(tb))


def _pieces_of_frames(text):
    pieces = []
    for line in text.splitlines(True):
        if line.startswith("  File "):
            pieces.append(line)
        else:
            pieces[-1] += line
    return pieces


def print_tb(tb, limit=None, file=None):
    """Write the frames of a traceback."""
    _write(_interleave.format_traceback(tb), file)


def format_stack(f=None, limit=None):
    """The program's present frames, as a list of pieces."""
    return _pieces_of_frames(_interleave.format_stack())


def print_stack(f=None, limit=None, file=None):
    """Write the program's present frames."""
    _write(_interleave.format_stack(), file)
