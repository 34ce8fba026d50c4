"""Data that each greenlet has for itself."""

from greenlet import getcurrent

__atomic__ = True


class local:
    """An object whose attributes every greenlet sees its own values of."""

    def __new__(cls, *args, **kwargs):
        made = object.__new__(cls)
        object.__setattr__(made, "_arguments", (args, kwargs))
        _values(made)
        return made

    def __getattr__(self, name):
        values = _values(self)
        if name == "__dict__":
            return values
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
    current = getcurrent()
    if not hasattr(current, "_local_values"):
        current._local_values = {}
    values = current._local_values.get(one)
    if values is None:
        values = current._local_values[one] = {}
        args, kwargs = object.__getattribute__(one, "_arguments")
        if len(current._local_values) and type(one).__init__ is not object.__init__:
            type(one).__init__(one, *args, **kwargs)
    return values
