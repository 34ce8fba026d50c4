"""Numbers of one of C's types in a row."""

import _interleave

__atomic__ = True

__all__ = ("array", "ArrayType")

typecodes = "bBuhHiIlLqQfd"

# Bytes of a number of each type.
_SIZES = (
    ("b", 1), ("B", 1), ("u", 4), ("h", 2), ("H", 2), ("i", 4), ("I", 4), ("l", 8),
    ("L", 8), ("q", 8), ("Q", 8), ("f", 4), ("d", 8),
)
_NAMES = (
    ("b", "signed char"), ("B", "unsigned byte integer"), ("h", "signed short integer"),
    ("H", "unsigned short"), ("i", "signed integer"), ("I", "unsigned int"),
)


class array:
    """A list whose items are numbers of one type, or characters."""

    def __init__(self, typecode, initializer=(), /):
        if not isinstance(typecode, str) or len(typecode) != 1:
            kind = type(typecode).__name__
            raise TypeError(
                f"array() argument 1 must be a unicode character, not {kind}"
            )
        sizes = dict(_SIZES)
        if typecode not in sizes:
            raise ValueError(
                "bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)"
            )
        self.typecode = typecode
        self.itemsize = sizes[typecode]
        self._items = []
        if isinstance(initializer, str) and typecode != "u":
            raise TypeError(
                f"cannot use a str to initialize an array with typecode {typecode!r}"
            )
        if isinstance(initializer, (bytes, bytearray)):
            self.frombytes(initializer)
        else:
            self.extend(initializer)

    def _checked(self, value):
        """The value as the array keeps it."""
        code = self.typecode
        if code == "u":
            if not isinstance(value, str) or len(value) != 1:
                raise TypeError("array item must be a unicode character, not " + type(value).__name__)
            return value
        if code in ("f", "d"):
            data = _interleave.float_to_bytes(value, self.itemsize)
            return _interleave.float_from_bytes(data)
        if not isinstance(value, int):
            kind = type(value).__name__
            raise TypeError(f"{kind!r} object cannot be interpreted as an integer")
        bits = 8 * self.itemsize
        low, high = (0, (1 << bits) - 1) if code.isupper() else (-1 << bits - 1, (1 << bits - 1) - 1)
        if not low <= value <= high:
            name = dict(_NAMES).get(code)
            if name is None:
                raise OverflowError("int too large to convert")
            bound, side = ("maximum", "greater") if value > high else ("minimum", "less")
            raise OverflowError(f"{name} is {side} than {bound}")
        return int(value)

    def append(self, value, /):
        """Put a number at the end."""
        self._items.append(self._checked(value))

    def extend(self, values, /):
        """Put several numbers at the end."""
        if isinstance(values, array) and values.typecode != self.typecode:
            raise TypeError("can only extend with array of same kind")
        self._items += [self._checked(value) for value in values]

    fromlist = extend

    def frombytes(self, data, /):
        """Put numbers at the end that are given as bytes."""
        size = self.itemsize
        if len(data) % size:
            raise ValueError("bytes length not a multiple of item size")
        for at in range(0, len(data), size):
            self._items.append(self._number(bytes(data[at : at + size])))

    def _number(self, data):
        if self.typecode in ("f", "d"):
            return _interleave.float_from_bytes(data)
        number = int.from_bytes(data, "little", signed=self.typecode.islower())
        return chr(number) if self.typecode == "u" else number

    def tobytes(self):
        """All numbers as bytes."""
        return b"".join(map(self._bytes_of, self._items))

    def _bytes_of(self, item):
        if self.typecode in ("f", "d"):
            return _interleave.float_to_bytes(item, self.itemsize)
        if self.typecode == "u":
            item = ord(item)
        return item.to_bytes(self.itemsize, "little", signed=item < 0)

    def tolist(self):
        """A list of the numbers."""
        return self._items.copy()

    def insert(self, index, value, /):
        """Put a number before another."""
        self._items.insert(index, self._checked(value))

    def pop(self, index=-1, /):
        """Take a number out."""
        if not self._items:
            raise IndexError("pop from empty array")
        return self._items.pop(index)

    def remove(self, value, /):
        """Take the first number out that is equal."""
        if value not in self._items:
            raise ValueError("array.remove(x): x not in array")
        self._items.remove(value)

    def index(self, value, /):
        """Where the first number is that is equal."""
        if value not in self._items:
            raise ValueError("array.index(x): x not in array")
        return self._items.index(value)

    def count(self, value, /):
        """How many numbers are equal."""
        return self._items.count(value)

    def reverse(self):
        """Turn the order round."""
        self._items.reverse()

    def _like(self, items):
        result = array(self.typecode)
        result._items = items
        return result

    def __getitem__(self, index):
        if isinstance(index, slice):
            return self._like(self._items[index])
        if not -len(self._items) <= index < len(self._items):
            raise IndexError("array index out of range")
        return self._items[index]

    def __setitem__(self, index, value):
        if isinstance(index, slice):
            if not isinstance(value, array):
                kind = type(value).__name__
                raise TypeError(f'can only assign array (not "{kind}") to array slice')
            self._items[index] = value._items
            return
        if not -len(self._items) <= index < len(self._items):
            raise IndexError("array assignment index out of range")
        self._items[index] = self._checked(value)

    def __delitem__(self, index):
        del self._items[index]

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return iter(self._items)

    def __contains__(self, value):
        return value in self._items

    def __eq__(self, other):
        return self._items == other._items if isinstance(other, array) else NotImplemented

    def __lt__(self, other):
        return self._items < other._items if isinstance(other, array) else NotImplemented

    __hash__ = None

    def __add__(self, other):
        if not isinstance(other, array):
            kind = type(other).__name__
            raise TypeError(f'can only append array (not "{kind}") to array')
        return self._like(self._items + other._items)

    def __mul__(self, count):
        return self._like(self._items * count)

    def __reduce__(self):
        return array, (self.typecode, self.tolist())

    def __repr__(self):
        if not self._items:
            return f"array({self.typecode!r})"
        shown = "".join(self._items) if self.typecode == "u" else self._items
        return f"array({self.typecode!r}, {shown!r})"


ArrayType = array
