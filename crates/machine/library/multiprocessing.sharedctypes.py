"""Numbers in memory that processes share.

Each access to the memory is one step, and what `value += 1` reads and writes are two of
them: without the lock, updates get lost.
"""

import _ctypes
import _interleave
import _kernel
from multiprocessing.context import assert_spawning
from multiprocessing.context import default_context

__atomic__ = True

__all__ = ("RawValue", "RawArray", "Value", "Array", "copy", "synchronized")

_NAMES = (
    ("b", "c_byte"), ("B", "c_ubyte"), ("h", "c_short"), ("H", "c_ushort"), ("i", "c_int"),
    ("I", "c_uint"), ("l", "c_long"), ("L", "c_ulong"), ("f", "c_float"), ("d", "c_double"),
    ("?", "c_bool"), ("c", "c_char"), ("u", "c_wchar"),
)


def _code_of(typecode_or_type):
    """The letter of a type, given so or as one of ctypes' classes."""
    code = getattr(typecode_or_type, "_type_", typecode_or_type)
    if code is typecode_or_type:
        # The letters of ctypes and of arrays are not quite the same.
        code = {"q": "l", "Q": "L", "?": None}.get(code, code) if isinstance(code, str) else None
    if code not in dict(_NAMES):
        raise TypeError("this type has no size")
    return code


def _encoded(code, value):
    """The bytes that stand for a value, the least significant first."""
    value = _ctypes.stored(code, value)
    size = _ctypes.size_of_code(code)
    match code:
        case "f" | "d":
            return _interleave.float_to_bytes(value, size)
        case "c":
            return value
        case "u":
            value = ord(value)
    return value.to_bytes(size, "little", signed=value < 0)


def _decoded(code, data):
    """The value that bytes stand for."""
    match code:
        case "f" | "d":
            return _interleave.float_from_bytes(data)
        case "c":
            return data
        case "u":
            return chr(int.from_bytes(data, "little"))
        case "?":
            return data != b"\0"
    return int.from_bytes(data, "little", signed=code in "bhil")


def _rebuild(cls, *place):
    return cls(*place)


class _Number:
    """A number of one of C's types, in shared memory."""

    def __init__(self, code, handle):
        self._type_ = code
        self._handle = handle

    @property
    def value(self):
        """The number."""
        size = _ctypes.size_of_code(self._type_)
        return _decoded(self._type_, _kernel.shared_read(self._handle, 0, size))

    @value.setter
    def value(self, value):
        _kernel.shared_write(self._handle, 0, _encoded(self._type_, value))

    def __repr__(self):
        return f"{dict(_NAMES)[self._type_]}({self.value!r})"

    def __reduce__(self):
        assert_spawning(self)
        return _rebuild, (_Number, self._type_, self._handle)


class _Array:
    """Numbers of one type, one behind the other in shared memory."""

    def __init__(self, code, handle, length):
        self._type_ = code
        self._size = _ctypes.size_of_code(code)
        self._handle = handle
        self._length_ = length

    def __repr__(self):
        name = f"{dict(_NAMES)[self._type_]}_Array_{self._length_}"
        return f"<multiprocessing.sharedctypes.{name} object at {id(self):#x}>"

    def __reduce__(self):
        assert_spawning(self)
        return _rebuild, (type(self), self._type_, self._handle, self._length_)

    def __len__(self):
        return self._length_

    def _place(self, index):
        if not isinstance(index, int):
            raise TypeError("indices must be integers")
        if index < 0:
            index += self._length_
        if not 0 <= index < self._length_:
            raise IndexError("invalid index")
        return index * self._size

    def __getitem__(self, index):
        if not isinstance(index, slice):
            place = self._place(index)
            return _decoded(self._type_, _kernel.shared_read(self._handle, place, self._size))
        items = [self[i] for i in range(*index.indices(self._length_))]
        if self._type_ == "c":
            return b"".join(items)
        return "".join(items) if self._type_ == "u" else items

    def __setitem__(self, index, value):
        if not isinstance(index, slice):
            place = self._place(index)
            _kernel.shared_write(self._handle, place, _encoded(self._type_, value))
            return
        places = range(*index.indices(self._length_))
        if len(places) != len(value):
            raise ValueError("Can only assign sequence of same size")
        for i, item in zip(places, value):
            self[i] = item

    def __iter__(self):
        for index in range(self._length_):
            yield self[index]


class _Text(_Array):
    """Characters, which are also a text that ends before the first zero."""

    @property
    def raw(self):
        """All bytes."""
        return _kernel.shared_read(self._handle, 0, self._length_ * self._size)

    @raw.setter
    def raw(self, value):
        if len(value) > self._length_ * self._size:
            raise ValueError("byte string too long")
        _kernel.shared_write(self._handle, 0, bytes(value))

    @property
    def value(self):
        """The text."""
        return self[:].split(self._zero(), 1)[0]

    @value.setter
    def value(self, value):
        kind = type(self._zero())
        if not isinstance(value, kind):
            expected = "bytes" if kind is bytes else "unicode string"
            raise TypeError(f"{expected} expected instead of {type(value).__name__} instance")
        if len(value) > self._length_:
            raise ValueError("byte string too long" if kind is bytes else "string too long")
        if len(value) < self._length_:
            value += self._zero()
        self[: len(value)] = value

    def _zero(self):
        return b"\0" if self._type_ == "c" else "\0"


def RawValue(typecode_or_type, *args):
    """A shared number without a lock."""
    code = _code_of(typecode_or_type)
    if len(args) > 1:
        raise TypeError(f"__init__ expected at most 1 argument, got {len(args)}")
    number = _Number(code, _kernel.shared_create(_ctypes.size_of_code(code)))
    if args:
        number.value = args[0]
    return number


def RawArray(typecode_or_type, size_or_initializer):
    """Shared numbers without a lock: so many zeros, or those given."""
    code = _code_of(typecode_or_type)
    values = None
    length = size_or_initializer
    if not isinstance(length, int):
        values = list(size_or_initializer)
        length = len(values)
    if length < 0:
        raise ValueError(f"Array length must be >= 0, not {length}")
    handle = _kernel.shared_create(length * _ctypes.size_of_code(code))
    array = (_Text if code in "cu" else _Array)(code, handle, length)
    if values is not None:
        array[:] = values
    return array


def Value(typecode_or_type, *args, lock=True, ctx=None):
    """A shared number with a lock; without one if `lock` is false."""
    return _locked(RawValue(typecode_or_type, *args), lock, ctx)


def Array(typecode_or_type, size_or_initializer, *, lock=True, ctx=None):
    """Shared numbers with a lock; without one if `lock` is false."""
    return _locked(RawArray(typecode_or_type, size_or_initializer), lock, ctx)


def _locked(obj, lock, ctx):
    if lock is False:
        return obj
    if lock in (True, None):
        lock = (ctx or default_context().get_context()).RLock()
    if not hasattr(lock, "acquire"):
        raise AttributeError(f"{lock!r} has no method 'acquire'")
    return synchronized(obj, lock, ctx=ctx)


def copy(obj):
    """A copy in shared memory of its own."""
    if isinstance(obj, _Array):
        return RawArray(obj._type_, list(obj))
    return RawValue(obj._type_, obj.value)


def synchronized(obj, lock=None, ctx=None):
    """A shared number, or several, with a lock."""
    if isinstance(obj, SynchronizedBase):
        raise AssertionError("object already synchronized")
    if isinstance(obj, _Text) and obj._type_ == "c":
        return SynchronizedString(obj, lock, ctx)
    if isinstance(obj, _Array):
        return SynchronizedArray(obj, lock, ctx)
    return Synchronized(obj, lock, ctx)


class SynchronizedBase:
    """An object in shared memory, with a lock."""

    def __init__(self, obj, lock=None, ctx=None):
        self._obj = obj
        self._lock = lock or (ctx or default_context().get_context()).RLock()
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __reduce__(self):
        assert_spawning(self)
        return synchronized, (self._obj, self._lock)

    def get_obj(self):
        """The object without the lock."""
        return self._obj

    def get_lock(self):
        """The lock."""
        return self._lock

    def __repr__(self):
        return f"<{type(self).__name__} wrapper for {self._obj}>"


class _WithValue(SynchronizedBase):
    """An object that has a value."""

    @property
    def value(self):
        """The value; of characters the text, which ends before the first zero."""
        with self._lock:
            return self._obj.value

    @value.setter
    def value(self, value):
        with self._lock:
            self._obj.value = value


class Synchronized(_WithValue):
    """A number with a lock, which is held for each access, but not from one to the next."""


class SynchronizedArray(SynchronizedBase):
    """Numbers with a lock, which is held for each access."""

    def __len__(self):
        return len(self._obj)

    def __getitem__(self, index):
        with self._lock:
            return self._obj[index]

    def __setitem__(self, index, value):
        with self._lock:
            self._obj[index] = value


class SynchronizedString(SynchronizedArray, _WithValue):
    """Characters with a lock."""

    @property
    def raw(self):
        """All bytes."""
        with self._lock:
            return self._obj.raw

    @raw.setter
    def raw(self, value):
        with self._lock:
            self._obj.raw = value
