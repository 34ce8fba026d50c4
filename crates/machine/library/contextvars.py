"""Context variables: values that belong to a task (or thread), not to the whole program.

Each Thread object knows the context that its code runs in. A context's values are a
dictionary that nobody changes: `set` makes a new one, so copying a context, which every
task and callback does, copies nothing.
"""

import threading
from _interleave import blank_instance, current_thread_object

__atomic__ = True

_NO_DEFAULT = "no default"


class Token:
    """What `ContextVar.set` returns: the way back to the value before."""

    # Stands for "there was no value".
    MISSING = "<Token.MISSING>"

    def __init__(self, context, var, old_value):
        self._context = context
        self._used = False
        self.var = var
        self.old_value = old_value

    def __repr__(self):
        used = " used" if self._used else ""
        return f"<Token{used} var={self.var!r} at {id(self):#x}>"


class ContextVar:
    """A variable whose value depends on the context that asks."""

    def __init__(self, name, *, default=_NO_DEFAULT):
        if not isinstance(name, str):
            raise TypeError("context variable name must be a str")
        self.name = name
        self._default = default

    def get(self, default=_NO_DEFAULT):
        """The value in the current context, else `default`, else the variable's own default."""
        values = _current_context()._values
        if self in values:
            return values[self]
        if default is not _NO_DEFAULT:
            return default
        if self._default is not _NO_DEFAULT:
            return self._default
        raise LookupError(self)

    def set(self, value):
        """Give the variable a value in the current context; returns a Token for `reset`."""
        context = _current_context()
        token = Token(context, self, context._values.get(self, Token.MISSING))
        context._values = {**context._values, self: value}
        return token

    def reset(self, token):
        """Bring back the value from before the `set` that returned the token."""
        if token._used:
            raise RuntimeError(f"{token!r} has already been used once")
        if token.var is not self:
            raise ValueError(f"{token!r} was created by a different ContextVar")
        context = _current_context()
        if token._context is not context:
            raise ValueError(f"{token!r} was created in a different Context")
        token._used = True
        values = dict(context._values)
        if token.old_value is Token.MISSING:
            values.pop(self, None)
        else:
            values[self] = token.old_value
        context._values = values

    def __repr__(self):
        default = "" if self._default is _NO_DEFAULT else f" default={self._default!r}"
        return f"<ContextVar name={self.name!r}{default} at {id(self):#x}>"


class Context:
    """A mapping of context variables to their values, and a place to run code in."""

    _entered = False

    def __init__(self):
        self._values = {}

    def run(self, callable, *args, **kwargs):
        """Call something in this context: what it sets stays here."""
        if self._entered:
            raise RuntimeError(f"cannot enter context: {self!r} is already entered")
        thread = current_thread_object() or threading.current_thread()
        outside = thread._current_context
        self._entered = True
        thread._current_context = self
        try:
            return callable(*args, **kwargs)
        finally:
            thread._current_context = outside
            self._entered = False

    def copy(self):
        """A context of its own with the same values."""
        context = blank_instance(Context)
        context._values = self._values
        return context

    def __getitem__(self, var):
        _check_variable(var)
        return self._values[var]

    def __contains__(self, var):
        _check_variable(var)
        return var in self._values

    def get(self, var, default=None):
        """The variable's value here, or `default`."""
        _check_variable(var)
        return self._values.get(var, default)

    def __iter__(self):
        return iter(self._values)

    def __len__(self):
        return len(self._values)

    def keys(self):
        """The variables that have a value here."""
        return self._values.keys()

    def values(self):
        """The values."""
        return self._values.values()

    def items(self):
        """Pairs of variable and value."""
        return self._values.items()


def copy_context():
    """A copy of the current context."""
    return _current_context().copy()


def _current_context():
    # Not by the name in `threading`, which gevent's monkey patching gives another meaning.
    thread = current_thread_object() or threading.current_thread()
    context = thread._current_context
    if context is None:
        context = thread._current_context = Context()
    return context


def _check_variable(var):
    if not isinstance(var, ContextVar):
        raise TypeError(f"a ContextVar key was expected, got {var!r}")
