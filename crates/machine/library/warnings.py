"""Warnings, which tell of something without ending the program."""

import _interleave
import sys

__atomic__ = True
__all__ = (
    "warn", "warn_explicit", "showwarning", "formatwarning", "filterwarnings", "simplefilter",
    "resetwarnings", "catch_warnings",
)


class _State:
    """The filters, and which warnings were shown already."""

    def __init__(self):
        # Action, text that the message contains, category, module; the first that fits counts.
        self.filters = [
            ("default", "", DeprecationWarning, "__main__"),
            ("ignore", "", DeprecationWarning, ""),
            ("ignore", "", PendingDeprecationWarning, ""),
            ("ignore", "", ImportWarning, ""),
            ("ignore", "", ResourceWarning, ""),
        ]
        self.shown = set()
        self.records = None


_state = None


def _shared():
    global _state
    if _state is None:
        _state = _State()
    return _state


class WarningMessage:
    """A warning that was recorded."""

    def __init__(self, message, category, filename, lineno, file=None, line=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = None

    def __str__(self):
        return (
            f"{{message : {self.message!r}, category : {self.category.__name__!r}, "
            f"filename : {self.filename!r}, lineno : {self.lineno}, line : {self.line!r}}}"
        )


def warn(message, category=None, stacklevel=1, source=None):
    """Warn at the place of the call, or of the call further out."""
    if isinstance(message, Warning):
        category = type(message)
    elif category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError(f"category must be a Warning subclass, not '{type(category).__name__}'")
    file, line, _, module = _interleave.caller(stacklevel - 1)
    warn_explicit(message, category, file, line, module)


def warn_explicit(message, category, filename, lineno, module=None, registry=None):
    """Warn at a given place."""
    if isinstance(message, Warning):
        text = str(message)
        category = type(message)
    else:
        text = message
        message = category(message)
    state = _shared()
    action = "default"
    for known, part, kind, where in state.filters:
        if text.lower().startswith(part.lower()) and issubclass(category, kind) and where in ("", module):
            action = known
            break
    if action == "ignore":
        return
    if action == "error":
        raise message
    key = {
        "default": (text, category, filename, lineno),
        "module": (text, category, filename),
        "once": (text, category),
        "always": None,
    }[action]
    if key is not None:
        if key in state.shown:
            return
        state.shown.add(key)
    if state.records is not None:
        state.records.append(WarningMessage(message, category, filename, lineno))
    else:
        showwarning(message, category, filename, lineno)


def formatwarning(message, category, filename, lineno, line=None):
    """The text of a warning."""
    if line is None:
        line = _interleave.source_line(filename, lineno)
    source = f"  {line.strip()}\n" if line else ""
    return f"{filename}:{lineno}: {category.__name__}: {message}\n{source}"


def showwarning(message, category, filename, lineno, file=None, line=None):
    """Write a warning."""
    text = formatwarning(message, category, filename, lineno, line)
    (sys.stderr if file is None else file).write(text)


def simplefilter(action, category=Warning, lineno=0, append=False):
    """What to do with all warnings of a category."""
    _add_filter((action, "", category, ""), append)


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    """What to do with warnings whose text begins so; the text is no pattern."""
    _add_filter((action, message, category, module), append)


def _add_filter(entry, append):
    if entry[0] not in ("error", "ignore", "always", "default", "module", "once"):
        raise ValueError(f"invalid action: {entry[0]!r}")
    filters = _shared().filters
    if entry in filters:
        filters.remove(entry)
    filters.insert(len(filters) if append else 0, entry)
    # Other filters may want to see what was shown already.
    _shared().shown.clear()


def resetwarnings():
    """Show every warning."""
    _shared().filters.clear()
    _shared().shown.clear()


class catch_warnings:
    """Keeps filters as they were; with `record`, warnings go to a list."""

    def __init__(self, *, record=False, module=None, action=None, category=Warning):
        self._record = record
        self._action = action
        self._category = category
        self._before = None

    def __enter__(self):
        state = _shared()
        self._before = (list(state.filters), state.records)
        if self._action is not None:
            simplefilter(self._action, self._category)
        if not self._record:
            return None
        state.records = []
        # Warnings shown before are recorded again.
        state.shown.clear()
        return state.records

    def __exit__(self, *exc_info):
        state = _shared()
        state.filters, state.records = self._before
        state.shown.clear()
