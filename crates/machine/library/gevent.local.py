"""Data that each greenlet has for itself."""

from greenlet import getcurrent

__atomic__ = True


class local:
    """An object whose attributes every greenlet sees its own values of."""

    def __new__(cls, *args, **kwargs):
        made = object.__new__(cls)
        object.__setattr__(made, "_arguments", (args, kwargs))
        # Here `__init__` is about to be called as for any object.
        _all_values()[made] = {}
        return made

    def __getattr__(self, name):
        values = _values(self)
        if name not in values:
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
        return values[name]

    def __setattr__(self, name, value):
        _values(self)[name] = value

    def __delattr__(self, name):
        if name not in _values(self):
            raise AttributeError(name)
        del _values(self)[name]


def _values(one):
    """The running greenlet's values; `__init__` makes them when it comes for the first time."""
    all_values = _all_values()
    if one not in all_values:
        all_values[one] = {}
        args, kwargs = one._arguments
        one.__init__(*args, **kwargs)
    return all_values[one]


def _all_values():
    current = getcurrent()
    if not hasattr(current, "_local_values"):
        current._local_values = {}
    return current._local_values
