"""Calls of functions in libraries of C.

There are two libraries here, that of C itself and that of its mathematics, as far as `_libc` has
them. What C would do wrong where it is given wrong arguments is not shown.
"""

import _ctypes
import _libc
import math
from _ctypes import POINTER, alignment, byref, pointer, sizeof

__atomic__ = True
__all__ = (
    "CDLL", "PyDLL", "cdll", "LibraryLoader", "ArgumentError", "POINTER", "pointer", "byref",
    "sizeof", "alignment", "ARRAY", "create_string_buffer", "create_unicode_buffer", "c_buffer",
    "get_errno", "set_errno", "DEFAULT_MODE", "RTLD_GLOBAL", "RTLD_LOCAL", "Structure",
    "c_bool", "c_char", "c_wchar", "c_byte", "c_ubyte", "c_short", "c_ushort", "c_int", "c_uint",
    "c_long", "c_ulong", "c_longlong", "c_ulonglong", "c_float", "c_double", "c_longdouble",
    "c_char_p", "c_wchar_p", "c_void_p", "c_voidp", "py_object", "c_size_t", "c_ssize_t",
    "c_int8", "c_int16", "c_int32", "c_int64", "c_uint8", "c_uint16", "c_uint32", "c_uint64",
)

DEFAULT_MODE = 0
RTLD_LOCAL = 0
RTLD_GLOBAL = 256

# The types by their names, and the loader, once somebody has asked for one.
_types = None
_loader = None
_errno = 0


class ArgumentError(Exception):
    """A function was given what C cannot be given."""


def __getattr__(name):
    if name == "Structure":
        return _ctypes.Structure
    if name == "cdll":
        return _the_loader()
    found = _simple_types().get(name)
    if found is None:
        raise AttributeError(f"module 'ctypes' has no attribute {name!r}")
    return found


def _the_loader():
    global _loader
    if _loader is None:
        _loader = LibraryLoader(CDLL)
    return _loader


def _simple_types():
    global _types
    if _types is None:
        codes = {
            "c_bool": "?", "c_char": "c", "c_wchar": "u", "c_byte": "b", "c_ubyte": "B", "c_short": "h",
            "c_ushort": "H", "c_int": "i", "c_uint": "I", "c_long": "l", "c_ulong": "L", "c_float": "f",
            "c_double": "d", "c_longdouble": "g", "c_char_p": "z", "c_wchar_p": "Z", "c_void_p": "P",
            "py_object": "O",
        }
        base = _ctypes._SimpleCData
        made = {
            name: _ctypes.PyCSimpleType(name, (base,), {"_type_": code, "__module__": "ctypes"})
            for name, code in codes.items()
        }
        same = {
            "c_longlong": "c_long", "c_ulonglong": "c_ulong", "c_size_t": "c_ulong", "c_ssize_t": "c_long",
            "c_voidp": "c_void_p", "c_int8": "c_byte", "c_uint8": "c_ubyte", "c_int16": "c_short",
            "c_uint16": "c_ushort", "c_int32": "c_int", "c_uint32": "c_uint", "c_int64": "c_long",
            "c_uint64": "c_ulong",
        }
        for name, other in same.items():
            made[name] = made[other]
        _types = made
    return _types


def ARRAY(typ, len):
    """The type of arrays."""
    return typ * len


def create_string_buffer(init, size=None):
    """An array of characters with a text, or with so many zeros."""
    return _buffer("c_char", bytes, init, size)


c_buffer = create_string_buffer


def create_unicode_buffer(init, size=None):
    """The same for strings."""
    return _buffer("c_wchar", str, init, size)


def _buffer(kind, text, init, size):
    kind = _simple_types()[kind]
    if isinstance(init, int) and size is None:
        return (kind * init)()
    if not isinstance(init, text):
        raise TypeError(init)
    made = (kind * (len(init) + 1 if size is None else size))()
    made.value = init
    return made


def get_errno():
    """The number of the last error."""
    return _errno


def set_errno(value):
    """Set the number of the last error; returns what it was."""
    global _errno
    before, _errno = _errno, value
    return before


class LibraryLoader:
    """Loads libraries."""

    def __init__(self, dlltype):
        self._dlltype = dlltype

    def __getattr__(self, name):
        if name[0] == "_":
            raise AttributeError(name)
        library = self._dlltype(name)
        setattr(self, name, library)
        return library

    def __getitem__(self, name):
        return getattr(self, name)

    def LoadLibrary(self, name):
        """The library of that name."""
        return self._dlltype(name)


class CDLL:
    """A library: its functions are its attributes."""

    def __init__(self, name, mode=DEFAULT_MODE, handle=None, use_errno=False, use_last_error=False, winmode=None):
        if name is not None and _file_of(name) is None:
            raise OSError(f"{name}: cannot open shared object file: No such file or directory")
        self._name = name
        self._handle = id(self) if handle is None else handle

    def __repr__(self):
        return f"<{type(self).__name__} '{self._name}', handle {self._handle:x} at {id(self):#x}>"

    def __getattr__(self, name):
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        function = self[name]
        setattr(self, name, function)
        return function

    def __getitem__(self, name):
        call = _libc.function(name)
        if call is None:
            raise AttributeError(f"{_file_of(self._name)}: undefined symbol: {name}")
        return _FuncPtr(name, call)


class PyDLL(CDLL):
    """A library whose functions are called with the GIL held."""


def _file_of(name):
    """Where a library is; None if there is no such library."""
    if name is None:
        return "python3"
    if name in ("libc.so.6", "libm.so.6"):
        return f"/lib/x86_64-linux-gnu/{name}"
    return None


class _FuncPtr:
    """A function of a library."""

    __module__ = "ctypes"
    __qualname__ = "CDLL.__init__.<locals>._FuncPtr"

    def __init__(self, name, call):
        self.__name__ = name
        self._call = call
        self._argtypes = None
        self._restype = NotImplemented
        self.errcheck = None

    def __repr__(self):
        return f"<_FuncPtr object at {id(self):#x}>"

    def __bool__(self):
        return True

    @property
    def argtypes(self):
        """The types of the arguments, None where nobody has said them."""
        return self._argtypes

    @argtypes.setter
    def argtypes(self, types):
        if types is not None:
            types = tuple(types)
            for index, kind in enumerate(types, 1):
                if not hasattr(kind, "from_param"):
                    raise TypeError(f"item {index} in _argtypes_ has no from_param method")
        self._argtypes = types

    @property
    def restype(self):
        """The type of the result."""
        return _simple_types()["c_int"] if self._restype is NotImplemented else self._restype

    @restype.setter
    def restype(self, kind):
        if kind is not None and not callable(kind):
            raise TypeError("restype must be a type, a callable, or None")
        self._restype = kind

    def __call__(self, *args):
        types = self._argtypes or ()
        if len(args) < len(types):
            plural = "" if len(types) == 1 else "s"
            raise TypeError(f"this function takes at least {len(types)} argument{plural} ({len(args)} given)")
        values = []
        for index, arg in enumerate(args):
            try:
                values.append(_passed(types[index].from_param(arg) if index < len(types) else arg))
            except (TypeError, OverflowError) as error:
                raise ArgumentError(f"argument {index + 1}: {type(error).__name__}: {error}") from None
        result = _result(self.restype, self._call(*values))
        return result if self.errcheck is None else self.errcheck(result, self, args)


def _passed(arg):
    """The value of an argument as C has it."""
    if isinstance(arg, _ctypes._Simple):
        value = arg._value
        return ord(value) if isinstance(value, bytes) and arg._type_ == "c" else value
    if isinstance(arg, int):
        if not -(1 << 63) <= arg < 1 << 64:
            raise OverflowError("int too long to convert")
        return arg
    if arg is None:
        return 0
    if isinstance(arg, bytes):
        return arg
    if isinstance(arg, str):
        return arg.encode("utf-32-le")
    if isinstance(arg, _ctypes._CharacterArray):
        return arg.raw
    if isinstance(arg, (_ctypes._Reference, _ctypes._Pointer, _ctypes._Array)):
        return id(arg)
    if hasattr(arg, "_as_parameter_"):
        return _passed(arg._as_parameter_)
    raise TypeError("Don't know how to convert parameter 1")


def _result(restype, value):
    """What a call returns of what C returned."""
    if restype is None:
        return None
    if not isinstance(restype, _ctypes._DataType):
        return restype(_ctypes.wrap("i", int(value)))
    code = restype._type_
    if (code in "dfg") != isinstance(value, float):
        # C would find something else where it looks for the result.
        value = 0.0 if code in "dfg" else 0
    return _ctypes.read(restype(value))
