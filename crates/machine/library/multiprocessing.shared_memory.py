"""Memory that processes share by its name."""

import _interleave
import _kernel
import os

__atomic__ = True

__all__ = ("SharedMemory", "ShareableList")

_named = 0


def _new_name():
    """A name that nobody else has."""
    global _named
    _named += 1
    return f"psm_{os.getpid() & 0xFFFFF:05x}{_named & 0xFFF:03x}"


class _View:
    """Bytes of a shared memory, which read and write through; what `memoryview` is in CPython."""

    format = "B"
    itemsize = 1
    ndim = 1
    readonly = False

    def __init__(self, handle, places):
        self._handle = handle
        # Where the bytes lie; None once released.
        self._places = places

    def _where(self):
        if self._places is None:
            raise ValueError("operation forbidden on released memoryview object")
        return self._places

    @property
    def nbytes(self):
        """How many bytes there are."""
        return len(self._where())

    @property
    def shape(self):
        """The same, as a tuple."""
        return (len(self._where()),)

    @property
    def strides(self):
        """How far apart they lie."""
        return (self._where().step,)

    @property
    def contiguous(self):
        """Whether they lie one behind the other."""
        return self._where().step == 1

    c_contiguous = contiguous
    f_contiguous = contiguous

    def release(self):
        """Let go of the memory."""
        self._places = None

    def __enter__(self):
        self._where()
        return self

    def __exit__(self, exc_type, exc_value, exc_tb):
        self.release()

    def __len__(self):
        return len(self._where())

    def tobytes(self, order=None):
        """A copy of the bytes."""
        places = self._where()
        if not places:
            return b""
        if places.step == 1:
            return _kernel.shared_read(self._handle, places.start, len(places))
        first = min(places)
        return bytes(_kernel.shared_read(self._handle, first, max(places) + 1 - first)[place - first] for place in places)

    __bytes__ = tobytes

    def tolist(self):
        """The bytes as numbers."""
        return list(self.tobytes())

    def hex(self, *args):
        """The bytes in hexadecimal."""
        return self.tobytes().hex(*args)

    def __iter__(self):
        for index in range(len(self)):
            yield self[index]

    def __contains__(self, value):
        return value in self.tolist()

    def __eq__(self, other):
        if self is other:
            return True
        if isinstance(other, (_View, bytes, bytearray)):
            return self.tobytes() == bytes(other)
        return NotImplemented

    def __hash__(self):
        raise ValueError("cannot hash writable memoryview object")

    def __repr__(self):
        kind = "released memory" if self._places is None else "memory"
        return f"<{kind} at {id(self):#x}>"

    def __reduce__(self):
        raise TypeError("cannot pickle 'memoryview' object")

    def _place(self, index):
        places = self._where()
        if not -len(places) <= index < len(places):
            raise IndexError("index out of bounds on dimension 1")
        return places[index]

    def __getitem__(self, index):
        if isinstance(index, slice):
            return _View(self._handle, self._where()[index])
        if not hasattr(index, "__index__"):
            raise TypeError("memoryview: invalid slice key")
        return _kernel.shared_read(self._handle, self._place(index.__index__()), 1)[0]

    def __setitem__(self, index, value):
        if isinstance(index, slice):
            self._set_slice(self._where()[index], value)
            return
        if not hasattr(index, "__index__"):
            raise TypeError("memoryview: invalid slice key")
        place = self._place(index.__index__())
        if not isinstance(value, int):
            raise TypeError("memoryview: invalid type for format 'B'")
        if not 0 <= value < 256:
            raise ValueError("memoryview: invalid value for format 'B'")
        _kernel.shared_write(self._handle, place, bytes([value]))

    def _set_slice(self, places, value):
        if not isinstance(value, (_View, bytes, bytearray)):
            kind = _interleave.type_name(value)
            raise TypeError(f"a bytes-like object is required, not '{kind}'")
        data = bytes(value)
        if len(data) != len(places):
            raise ValueError(
                "memoryview assignment: lvalue and rvalue have different structures"
            )
        if places.step == 1 and data:
            _kernel.shared_write(self._handle, places.start, data)
            return
        for place, byte in zip(places, data):
            _kernel.shared_write(self._handle, place, bytes([byte]))


class SharedMemory:
    """Memory that is made under a name, or found by it."""

    _name = None
    _buf = None

    def __init__(self, name=None, create=False, size=0):
        if not size >= 0:
            raise ValueError("'size' must be a positive integer")
        if create and size == 0:
            raise ValueError("'size' must be a positive number different from zero")
        if name is None and not create:
            raise ValueError("'name' can only be None if create=True")
        path = "/" + (_new_name() if name is None else name)
        try:
            self._handle = _kernel.shared_open(path, size if create else 0)
        except OSError as error:
            raise type(error)(error.errno, error.strerror, path) from None
        self._name = path
        self._size = _kernel.shared_size(self._handle)
        self._buf = _View(self._handle, range(self._size))

    def __del__(self):
        self.close()

    def __reduce__(self):
        return type(self), (self.name, False, self.size)

    def __repr__(self):
        return f"{type(self).__name__}({self.name!r}, size={self.size})"

    @property
    def buf(self):
        """The memory; None once it was closed."""
        return self._buf

    @property
    def name(self):
        """Its name, by which others find it."""
        return self._name[1:]

    @property
    def size(self):
        """How many bytes it has."""
        return self._size

    def close(self):
        """Use it no longer. Others go on."""
        if self._buf is not None:
            self._buf.release()
            self._buf = None

    def unlink(self):
        """Take the name away, so that nobody finds it any more."""
        try:
            _kernel.shared_unlink(self._name)
        except OSError as error:
            raise type(error)(error.errno, error.strerror, self._name) from None


# How CPython's struct writes the items of a list, and which of these codes lies behind them.
_FORMATS = (("int", "q"), ("float", "d"), ("bool", "xxxxxxx?"), ("NoneType", "xxxxxx?x"))
_AS_IT_IS = 0
_TEXT = 1
_BYTES = 2
_NOTHING = 3


class ShareableList:
    """A list in shared memory. It keeps its length, and its texts and bytes the room that they have."""

    def __init__(self, sequence=None, *, name=None):
        if name is not None and sequence is None:
            self.shm = SharedMemory(name)
            self._list_len = self._read_int(0)
            return
        items = [] if sequence is None else list(sequence)
        rooms = [_room(item) for item in items]
        self._list_len = len(items)
        self.shm = SharedMemory(
            name, create=True, size=8 * (2 + len(items)) + sum(rooms) + 9 * len(items)
        )
        offset = 0
        self._write(0, _int_bytes(len(items)))
        for index, room in enumerate(rooms):
            self._write(8 * (1 + index), _int_bytes(offset))
            offset += room
        self._write(8 * (1 + len(items)), _int_bytes(offset))
        for index, item in enumerate(items):
            self._store(index, item, f"{rooms[index]}s")

    def _read(self, offset, size):
        return self.shm.buf[offset : offset + size].tobytes()

    def _write(self, offset, data):
        self.shm.buf[offset : offset + len(data)] = data

    def _read_int(self, offset):
        return int.from_bytes(self._read(offset, 8), "little", signed=True)

    def _place(self, index):
        """Where an item lies, and its room."""
        begin = self._read_int(8 * (1 + index))
        return 8 * (2 + self._list_len) + begin, self._read_int(8 * (2 + index)) - begin

    def _description(self, index):
        """Where it is said how an item is written, and what lies behind that."""
        begin = 8 * (2 + self._list_len) + self._read_int(8 * (1 + self._list_len))
        return begin + 8 * index, begin + 8 * self._list_len + index

    def _format_of(self, index):
        return self._read(self._description(index)[0], 8).rstrip(b"\0").decode()

    def _store(self, index, value, format):
        """Write an item; texts and bytes in a given format."""
        data, code = _encoded(value)
        if not isinstance(value, (str, bytes)):
            format = dict(_FORMATS)[type(value).__name__]
        place, room = self._place(index)
        format_place, code_place = self._description(index)
        self._write(format_place, format.encode().ljust(8, b"\0"))
        self._write(code_place, bytes([code]))
        self._write(place, data.ljust(room, b"\0") if code in (_TEXT, _BYTES) else data)

    def _checked(self, index, complaint):
        if index < 0:
            index += self._list_len
        if not 0 <= index < self._list_len:
            raise IndexError(complaint)
        return index

    def __getitem__(self, position):
        index = self._checked(position, "index out of range")
        place, room = self._place(index)
        match self._read(self._description(index)[1], 1)[0]:
            case 1:
                return self._read(place, room).rstrip(b"\0").decode()
            case 2:
                return self._read(place, room).rstrip(b"\0")
            case 3:
                return None
        data = self._read(place, 8)
        match self._format_of(index):
            case "q":
                return int.from_bytes(data, "little", signed=True)
            case "d":
                return _interleave.float_from_bytes(data)
        return data[7] != 0

    def __setitem__(self, position, value):
        index = self._checked(position, "assignment index out of range")
        room = self._place(index)[1]
        format = self._format_of(index)
        if isinstance(value, (str, bytes)):
            if len(_encoded(value)[0]) > room:
                raise ValueError("bytes/str item exceeds available storage")
            if format[-1] != "s":
                format = f"{room}s"
        self._store(index, value, format)

    def __reduce__(self):
        return _found_list, (type(self), self.shm.name)

    def __len__(self):
        return self._list_len

    def __iter__(self):
        for index in range(self._list_len):
            yield self[index]

    def __repr__(self):
        return f"{type(self).__name__}({list(self)}, name={self.shm.name!r})"

    @property
    def format(self):
        """How its items are written, as CPython's struct has it."""
        return "".join([self._format_of(index) for index in range(self._list_len)])

    def count(self, value):
        """How often a value is in it."""
        return sum(value == item for item in self)

    def index(self, value):
        """Where a value is first."""
        for position, item in enumerate(self):
            if value == item:
                return position
        raise ValueError(f"{value!r} not in this container")


def _found_list(cls, name):
    return cls(name=name)


def _room(item):
    """How many bytes an item has for good."""
    if isinstance(item, (str, bytes)):
        return 8 * (len(_encoded(item)[0]) // 8 + 1)
    if type(item) not in (int, float, bool, type(None)):
        raise KeyError(type(item))
    return 8


def _int_bytes(value):
    return value.to_bytes(8, "little", signed=True)


def _encoded(value):
    """The bytes of an item, and how they are read."""
    if isinstance(value, str):
        return value.encode(), _TEXT
    if isinstance(value, bytes):
        return value, _BYTES
    if value is None:
        return bytes(8), _NOTHING
    if isinstance(value, bool):
        return bytes([0] * 7 + [value]), _AS_IT_IS
    if isinstance(value, float):
        return _interleave.float_to_bytes(value, 8), _AS_IT_IS
    if type(value) is not int:
        raise KeyError(type(value))
    if not -(2**63) <= value < 2**63:
        raise OverflowError("argument out of range")
    return _int_bytes(value), _AS_IT_IS
