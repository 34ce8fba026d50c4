"""Objects as bytes, and back."""

from _pickle import DEFAULT_PROTOCOL
from _pickle import HIGHEST_PROTOCOL
from _pickle import PickleError
from _pickle import Pickler
from _pickle import PicklingError
from _pickle import UnpicklingError
from _pickle import whichmodule
from _unpickle import Unpickler

__atomic__ = True

__all__ = (
    "PickleError", "PicklingError", "UnpicklingError", "Pickler", "Unpickler", "dump",
    "dumps", "load", "loads", "HIGHEST_PROTOCOL", "DEFAULT_PROTOCOL",
)

format_version = "4.0"
compatible_formats = ("1.0", "1.1", "1.2", "1.3", "2.0", "3.0", "4.0", "5.0")


def dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
    """Write an object to a binary file."""
    Pickler(file, protocol, fix_imports, buffer_callback).dump(obj)


def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    """The bytes that stand for an object."""
    pickler = object.__new__(Pickler)
    pickler._begin(protocol, buffer_callback)
    return pickler._dumped(obj)


def load(file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    """Read an object from a binary file."""
    return Unpickler(file).load()


def loads(data, /, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    """The object that bytes stand for."""
    if not isinstance(data, (bytes, bytearray)):
        kind = type(data).__name__
        raise TypeError(f"a bytes-like object is required, not {kind!r}")
    unpickler = object.__new__(Unpickler)
    unpickler._file = None
    unpickler._begin(bytes(data))
    return unpickler.load()
