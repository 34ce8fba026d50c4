"""C's data types: simple ones, pointers, arrays, structures.

An object holds its Python value; there is no memory behind it. So what one object of C's sees of
another goes through references: a pointer knows the object that it points to.

The types have metaclasses, so they are made when first asked for; what objects of them can do is in
plain classes, which are static.
"""

import math

__atomic__ = True

def size_of_code(code):
    """How many bytes an object of a simple type has."""
    match code:
        case "?" | "c" | "b" | "B":
            return 1
        case "h" | "H":
            return 2
        case "i" | "I" | "f" | "u":
            return 4
        case "g":
            return 16
    return 8


def wrap(code, number):
    """An integer as a C type keeps it: what does not fit is cut off."""
    bits = 8 * size_of_code(code)
    number &= (1 << bits) - 1
    if code in "bhil" and number >> (bits - 1):
        number -= 1 << bits
    return number


def single(number):
    """A float as C's `float` keeps it, with 24 bits."""
    if number == 0 or not math.isfinite(number):
        return number
    mantissa, exponent = math.frexp(number)
    # Numbers too small to be normal have fewer bits.
    bits = min(24, exponent + 149)
    if bits < 0:
        return math.copysign(0.0, number)
    rounded = math.ldexp(float(round(math.ldexp(mantissa, bits))), exponent - bits)
    return math.copysign(math.inf, number) if abs(rounded) >= 2.0**128 else rounded


def stored(code, value):
    """What an object of a simple type keeps of a Python value that it is given."""
    match code:
        case "b" | "B" | "h" | "H" | "i" | "I" | "l" | "L":
            if not hasattr(value, "__index__"):
                raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
            return wrap(code, value.__index__())
        case "d" | "f" | "g":
            if not isinstance(value, (int, float)) and not hasattr(value, "__float__"):
                raise TypeError(f"must be real number, not {type(value).__name__}")
            return single(float(value)) if code == "f" else float(value)
        case "?":
            return bool(value)
        case "c":
            return _character(value)
        case "u":
            if not isinstance(value, str):
                raise TypeError(f"unicode string expected instead of {type(value).__name__} instance")
            if len(value) != 1:
                raise TypeError("one character unicode string expected")
            return value
        case "z":
            if value is not None and not isinstance(value, (bytes, int)):
                raise TypeError(f"bytes or integer address expected instead of {type(value).__name__} instance")
            return value
        case "Z":
            if value is not None and not isinstance(value, (str, int)):
                raise TypeError(
                    f"unicode string or integer address expected instead of {type(value).__name__} instance"
                )
            return value
        case "P":
            if value is not None and not isinstance(value, int):
                raise TypeError("cannot be converted to pointer")
            return value or None
    return value


def _character(value):
    if isinstance(value, (bytes, bytearray)) and len(value) == 1:
        return bytes(value)
    if isinstance(value, int) and 0 <= value < 256:
        return bytes([value])
    raise TypeError("one character bytes, bytearray or integer expected")


def empty(code):
    """What an object of a simple type holds at first."""
    match code:
        case "d" | "f" | "g":
            return 0.0
        case "?":
            return False
        case "c":
            return b"\0"
        case "u":
            return "\0"
        case "z" | "Z" | "P" | "O":
            return None
    return 0


class _CData:
    """What all of C's objects have in common."""

    __module__ = "_ctypes"


class _DataType(type):
    """The type of C's types: `type * length` is an array's type."""

    def __mul__(cls, length):
        return array_type(cls, length)

    def __rmul__(cls, length):
        return array_type(cls, length)


class PyCSimpleType(_DataType):
    """The type of simple types."""

    __module__ = "_ctypes"

    def from_param(cls, value):
        """What is passed to a function that takes this type."""
        if isinstance(value, cls):
            return value
        if cls._type_ in "zZP" and (value is None or isinstance(value, (_Array, _Pointer))):
            return value
        try:
            return cls(value)
        except TypeError:
            raise TypeError("wrong type") from None


class _Simple(_CData):
    """A number, a character, or where a text is."""

    def __init__(self, value=None):
        code = self._type_
        self._value = empty(code) if value is None else stored(code, value)

    @property
    def value(self):
        """The Python value."""
        return self._value

    @value.setter
    def value(self, value):
        self._value = stored(self._type_, value)

    def __bool__(self):
        return bool(self._value) and self._value not in (b"\0", "\0")

    def __repr__(self):
        name = type(self).__name__
        if _is_derived(type(self)):
            return f"<{name} object at {id(self):#x}>"
        if self._type_ in "zZ" and self._value is not None:
            return f"{name}({id(self._value)})"
        return f"{name}({self._value!r})"


def _is_derived(cls):
    """Whether a class of the program derives from one of C's simple types: functions return it as it is."""
    return cls.__bases__[0] is not globals()["_SimpleCData"]


class _Pointer(_CData):
    """Where another object is."""

    def __init__(self, contents=None):
        if contents is not None and not isinstance(contents, self._type_):
            raise TypeError(f"expected {self._type_.__name__} instead of {type(contents).__name__}")
        self._contents = contents

    @property
    def contents(self):
        """The object."""
        if self._contents is None:
            raise ValueError("NULL pointer access")
        return self._contents

    @contents.setter
    def contents(self, contents):
        self._contents = contents

    def _only(self, index):
        if index != 0:
            raise NotImplementedError("what lies beside the object of a pointer is not known here")
        return self.contents

    def __getitem__(self, index):
        return read(self._only(index))

    def __setitem__(self, index, value):
        self._only(index).value = value

    def __bool__(self):
        return self._contents is not None


class _Reference:
    """What `byref` makes: a pointer for one call."""

    def __init__(self, contents):
        self._obj = contents

    def __repr__(self):
        return f"<cparam 'P' ({id(self._obj):#x})>"


class _Array(_CData):
    """A row of objects of one type."""

    def __init__(self, *items):
        length = self._length_
        if len(items) > length:
            raise IndexError("invalid index")
        self._items = [blank(self._type_) for _ in range(length)]
        for index, item in enumerate(items):
            self[index] = item

    def __len__(self):
        return self._length_

    def __getitem__(self, index):
        if isinstance(index, slice):
            return joined(self._type_, [read(item) for item in self._items[index]])
        return read(self._items[self._place(index)])

    def __setitem__(self, index, value):
        if isinstance(index, slice):
            places = range(*index.indices(self._length_))
            if len(places) != len(value):
                raise ValueError("Can only assign sequence of same size")
            for place, item in zip(places, value):
                self[place] = item
            return
        place = self._place(index)
        self._items[place] = written(self._type_, value)

    def _place(self, index):
        if not -self._length_ <= index < self._length_:
            raise IndexError("invalid index")
        return index

    def __iter__(self):
        return iter([read(item) for item in self._items])


class _CharacterArray(_Array):
    """A row of characters: a text behind whose end there is a zero."""

    @property
    def raw(self):
        """All bytes."""
        return self[:]

    @raw.setter
    def raw(self, data):
        if len(data) > self._length_:
            raise ValueError("byte string too long")
        for index in range(len(data)):
            self[index] = data[index]

    @property
    def value(self):
        """What stands before the first zero."""
        text = self[:]
        return text.split(text[:0] + (b"\0" if isinstance(text, bytes) else "\0"))[0]

    @value.setter
    def value(self, text):
        if len(text) > self._length_:
            raise ValueError("byte string too long")
        for index in range(len(text)):
            self[index] = text[index : index + 1]
        if len(text) < self._length_:
            self[len(text)] = b"\0" if isinstance(text, bytes) else "\0"


class PyCStructType(_DataType):
    """The type of structures: each of their fields is found by its name."""

    __module__ = "_ctypes"

    def __init__(cls, name, bases, namespace):
        super().__init__(name, bases, namespace)
        for field_name, kind, *_ in namespace.get("_fields_", ()):
            type.__setattr__(cls, field_name, _Field(field_name, kind))

    def __setattr__(cls, name, value):
        super().__setattr__(name, value)
        if name == "_fields_":
            for field_name, kind, *_ in value:
                super().__setattr__(field_name, _Field(field_name, kind))


class _Field:
    """A field of structures."""

    def __init__(self, name, kind):
        self.name = name
        self.kind = kind

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return read(_field_of(instance, self))

    def __set__(self, instance, value):
        _fields_of(instance)[self.name] = written(self.kind, value)


def _fields_of(instance):
    if "_values" not in instance.__dict__:
        instance.__dict__["_values"] = {}
    return instance.__dict__["_values"]


def _field_of(instance, field):
    values = _fields_of(instance)
    if field.name not in values:
        values[field.name] = blank(field.kind)
    return values[field.name]


def fields(cls):
    """The fields of a structure's type, those of its bases first."""
    found = []
    for base in reversed(cls.__mro__):
        found += vars(base).get("_fields_", ())
    return found


class _Structure(_CData):
    """Several objects with names."""

    def __init__(self, *args, **kwargs):
        names = [field[0] for field in fields(type(self))]
        if len(args) > len(names):
            raise TypeError("too many initializers")
        for name, value in zip(names, args):
            if name in kwargs:
                raise TypeError(f"duplicate values for field {name!r}")
            setattr(self, name, value)
        for name, value in kwargs.items():
            setattr(self, name, value)


def read(item):
    """What a program gets that looks at an object in an array, structure or pointer."""
    return item._value if isinstance(item, _Simple) and not _is_derived(type(item)) else item


def blank(kind):
    """A new object of a type."""
    return kind()


def written(kind, value):
    """The object that takes a value in an array or structure."""
    if isinstance(value, kind):
        return kind(value._value) if isinstance(value, _Simple) else value
    if issubclass(kind, _Array) and isinstance(value, (tuple, list)):
        return kind(*value)
    if issubclass(kind, _Structure) and isinstance(value, tuple):
        return kind(*value)
    if issubclass(kind, _CharacterArray) and isinstance(value, (bytes, str)):
        made = kind()
        made.value = value
        return made
    if not issubclass(kind, _Simple):
        raise TypeError(f"expected {kind.__name__} instance, got {type(value).__name__}")
    return kind(value)


def joined(kind, items):
    """A slice of an array."""
    if issubclass(kind, _Simple) and kind._type_ == "c":
        return b"".join(items)
    if issubclass(kind, _Simple) and kind._type_ == "u":
        return "".join(items)
    return items


def sizeof(thing):
    """How many bytes an object of a type has."""
    cls = thing if isinstance(thing, type) else type(thing)
    if issubclass(cls, _Simple):
        return size_of_code(cls._type_)
    if issubclass(cls, _Array):
        return cls._length_ * sizeof(cls._type_)
    if issubclass(cls, _Structure):
        size = 0
        for _, kind, *_ in fields(cls):
            size = _aligned(size, alignment(kind)) + sizeof(kind)
        return _aligned(size, alignment(cls))
    if issubclass(cls, _Pointer):
        return 8
    raise TypeError("this type has no size")


def alignment(thing):
    """Of what number the addresses of a type are multiples."""
    cls = thing if isinstance(thing, type) else type(thing)
    if issubclass(cls, _Structure):
        return max([alignment(kind) for _, kind, *_ in fields(cls)], default=1)
    return alignment(cls._type_) if issubclass(cls, _Array) else sizeof(cls)


def _aligned(size, step):
    return (size + step - 1) // step * step


def byref(obj, offset=0):
    """A pointer for one call of a function."""
    if not isinstance(obj, _CData):
        raise TypeError(f"byref() argument must be a ctypes instance, not '{type(obj).__name__}'")
    return _Reference(obj)


def pointer(obj, /):
    """A pointer to an object."""
    return POINTER(type(obj))(obj)


# The types of arrays and pointers, which are made once for each type.
_made = None


def _once(key, make):
    global _made
    if _made is None:
        _made = {}
    if key not in _made:
        _made[key] = make()
    return _made[key]


def POINTER(cls, /):
    """The type of pointers to objects of a type."""
    return _once(("*", cls), lambda: _DataType(f"LP_{cls.__name__}", (_Pointer,), {"_type_": cls, "__module__": "__main__"}))


def array_type(cls, length):
    """The type of arrays of so many objects of a type."""
    if not isinstance(length, int):
        raise TypeError(f"can't multiply sequence by non-int of type '{type(length).__name__}'")
    if length < 0:
        raise ValueError(f"Array length must be >= 0, not {length}")
    return _once((length, cls), lambda: _new_array_type(cls, length))


def _new_array_type(cls, length):
    is_text = issubclass(cls, _Simple) and cls._type_ in "cu"
    body = {"_type_": cls, "_length_": length, "__module__": "ctypes" if is_text else "__main__"}
    return _DataType(f"{cls.__name__}_Array_{length}", (_CharacterArray if is_text else _Array,), body)


def __getattr__(name):
    if name in ("_SimpleCData", "Structure"):
        _make_bases()
        return globals()[name]
    raise AttributeError(f"module '_ctypes' has no attribute {name!r}")


def _make_bases():
    global _SimpleCData, Structure

    class _SimpleCData(_Simple, metaclass=PyCSimpleType):
        """The base of C's simple types."""

        __module__ = "_ctypes"

    class Structure(_Structure, metaclass=PyCStructType):
        """Derive from this, with a list of fields, to make a structure."""

        __module__ = "_ctypes"
