"""How objects that cannot say it themselves are pickled."""

from _core import __newobj__
from _core import __newobj_ex__

__atomic__ = True

__all__ = ("pickle", "constructor")


def __getattr__(name):
    global dispatch_table
    if name == "dispatch_table":
        dispatch_table = {}
        return dispatch_table
    raise AttributeError(f"module 'copyreg' has no attribute {name!r}")


def pickle(ob_type, pickle_function, constructor_ob=None):
    """Have a function say how objects of a type are pickled."""
    if not callable(pickle_function):
        raise TypeError("reduction functions must be callable")
    _table()[ob_type] = pickle_function
    if constructor_ob is not None:
        constructor(constructor_ob)


def constructor(object):
    """Check that this can be called."""
    if not callable(object):
        raise TypeError("constructors must be callable")


def _table():
    return dispatch_table if "dispatch_table" in globals() else __getattr__("dispatch_table")
