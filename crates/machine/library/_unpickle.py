"""Objects as bytes, in CPython's format: the reader.

It knows all instructions of protocols 2 to 5 that need no buffers outside the bytes, and of
the older ones those that are still in use.
"""

import _interleave
from _pickle import HIGHEST_PROTOCOL
from _pickle import UnpicklingError
from _pickle import import_module
from copy import restore

__atomic__ = True


class Unpickler:
    """Reads objects from a binary file."""

    def __init__(
        self, file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None
    ):
        if not (hasattr(file, "read") and hasattr(file, "readline")):
            raise TypeError("file must have 'read' and 'readline' attributes")
        self._file = file
        self._begin(b"")

    def _begin(self, data):
        # What was taken from the file, and how far it is read.
        self._data = data
        self._at = 0
        self._memo = {}
        self._code_table = _codes_known()

    def persistent_load(self, pid):
        """The object for which a subclass of Pickler wrote this."""
        raise UnpicklingError("unsupported persistent id encountered")

    def find_class(self, module_name, global_name, /):
        """What the module of a name has under a name, which may have dots."""
        place = import_module(module_name)
        for part in global_name.split("."):
            found = getattr(place, part, _missing)
            if found is _missing or part == "<locals>":
                module = import_module(module_name)
                raise AttributeError(f"Can't get attribute {global_name!r} on {module!r}")
            place = found
        return place

    def load(self):
        """Read one object."""
        self._stack = []
        # The stacks below the marks.
        self._marks = []
        table = self._code_table
        while True:
            at = self._at
            if at < len(self._data):
                code = self._data[at]
                self._at = at + 1
            else:
                code = self._take(1)[0]
            if code == 46:
                return self._pop()
            step = table.get(code)
            if step is None:
                shown = chr(code) if 32 <= code < 127 else f"\\x{code:02x}"
                raise UnpicklingError(f"invalid load key, '{shown}'.")
            step(self)

    # Input.

    def _take(self, size):
        """The next bytes."""
        at = self._at
        end = at + size
        if end <= len(self._data):
            self._at = end
            return self._data[at:end]
        rest = self._data[at:]
        more = b"" if self._file is None else self._file.read(size - len(rest))
        if len(rest) + len(more) < size:
            if size > 1 and (rest or more):
                raise UnpicklingError("pickle data was truncated")
            raise EOFError("Ran out of input")
        self._data = b""
        self._at = 0
        return rest + more

    def _take_number(self, size):
        return int.from_bytes(self._take(size), "little")

    def _take_line(self):
        at = self._at
        end = self._data.find(b"\n", at)
        if end >= 0:
            self._at = end + 1
            return self._data[at:end]
        line = b"" if self._file is None else self._file.readline()
        if not line.endswith(b"\n"):
            raise UnpicklingError("pickle data was truncated")
        line = self._data[at:] + line
        self._data = b""
        self._at = 0
        return line[:-1]

    # The stack.

    def _pop(self):
        if not self._stack:
            raise UnpicklingError("unpickling stack underflow")
        return self._stack.pop()

    def _top(self):
        if not self._stack:
            raise UnpicklingError("unpickling stack underflow")
        return self._stack[-1]

    def _pop_marked(self):
        """What is above the last mark."""
        if not self._marks:
            raise UnpicklingError("could not find MARK")
        items = self._stack
        self._stack = self._marks.pop()
        return items

    def _push(self, value):
        self._stack.append(value)

    # Instructions, named after what they do.

    def _proto(self):
        version = self._take(1)[0]
        if version > HIGHEST_PROTOCOL:
            raise ValueError(f"unsupported pickle protocol: {version}")

    def _frame(self):
        size = self._take_number(8)
        if self._at + size > len(self._data):
            rest = self._data[self._at :]
            more = b"" if self._file is None else self._file.read(size - len(rest))
            if len(rest) + len(more) < size:
                raise UnpicklingError("pickle data was truncated")
            self._data = rest + more
            self._at = 0

    def _mark(self):
        self._marks.append(self._stack)
        self._stack = []

    def _none(self):
        self._push(None)

    def _true(self):
        self._push(True)

    def _false(self):
        self._push(False)

    def _int1(self):
        self._push(self._take(1)[0])

    def _int2(self):
        self._push(self._take_number(2))

    def _int4(self):
        self._push(int.from_bytes(self._take(4), "little", signed=True))

    def _int_text(self):
        text = self._take_line()
        self._push({b"00": False, b"01": True}[text] if text in (b"00", b"01") else int(text))

    def _long_text(self):
        self._push(int(self._take_line().removesuffix(b"L")))

    def _long1(self):
        self._push(int.from_bytes(self._take(self._take(1)[0]), "little", signed=True))

    def _long4(self):
        self._push(int.from_bytes(self._take(self._take_number(4)), "little", signed=True))

    def _float(self):
        self._push(_interleave.float_from_bytes(self._take(8)[::-1]))

    def _float_text(self):
        self._push(float(self._take_line()))

    def _text(self, size):
        self._push(self._take(size).decode("utf-8", "surrogatepass"))

    def _str1(self):
        self._text(self._take(1)[0])

    def _str4(self):
        self._text(self._take_number(4))

    def _str8(self):
        self._text(self._take_number(8))

    def _str_line(self):
        self._push(self._take_line().decode("raw-unicode-escape"))

    def _quoted(self):
        line = self._take_line()
        if len(line) < 2 or line[:1] != line[-1:] or line[:1] not in (b"'", b'"'):
            raise UnpicklingError("the STRING opcode argument must be quoted")
        self._push(line[1:-1].decode("ascii"))

    def _bytes1(self):
        self._push(self._take(self._take(1)[0]))

    def _bytes4(self):
        self._push(self._take(self._take_number(4)))

    def _bytes8(self):
        self._push(self._take(self._take_number(8)))

    def _bytearray8(self):
        self._push(bytearray(self._take(self._take_number(8))))

    def _empty_tuple(self):
        self._push(())

    def _tuple1(self):
        self._push((self._pop(),))

    def _tuple2(self):
        second = self._pop()
        self._push((self._pop(), second))

    def _tuple3(self):
        third = self._pop()
        second = self._pop()
        self._push((self._pop(), second, third))

    def _tuple(self):
        items = tuple(self._pop_marked())
        self._push(items)

    def _empty_list(self):
        self._push([])

    def _list(self):
        items = self._pop_marked()
        self._push(items)

    def _append(self):
        item = self._pop()
        self._top().append(item)

    def _appends(self):
        items = self._pop_marked()
        target = self._top()
        if type(target) is list:
            target.extend(items)
            return
        for item in items:
            target.append(item)

    def _empty_dict(self):
        self._push({})

    def _dict(self):
        items = self._pop_marked()
        self._push(dict(zip(items[::2], items[1::2])))

    def _set_item(self):
        value = self._pop()
        key = self._pop()
        self._top()[key] = value

    def _set_items(self):
        items = self._pop_marked()
        target = self._top()
        for index in range(0, len(items), 2):
            target[items[index]] = items[index + 1]

    def _empty_set(self):
        self._push(set())

    def _add_items(self):
        items = self._pop_marked()
        self._top().update(items)

    def _frozenset(self):
        items = frozenset(self._pop_marked())
        self._push(items)

    def _pop_one(self):
        # A mark counts as an item here.
        if self._stack:
            self._stack.pop()
        else:
            self._pop_marked()

    def _duplicate(self):
        self._push(self._top())

    def _get(self, number):
        if number not in self._memo:
            raise UnpicklingError(f"Memo value not found at index {number}")
        self._push(self._memo[number])

    def _get1(self):
        self._get(self._take(1)[0])

    def _get4(self):
        self._get(self._take_number(4))

    def _get_text(self):
        self._get(int(self._take_line()))

    def _memoize(self):
        self._memo[len(self._memo)] = self._top()

    def _put1(self):
        self._memo[self._take(1)[0]] = self._top()

    def _put4(self):
        self._memo[self._take_number(4)] = self._top()

    def _put_text(self):
        self._memo[int(self._take_line())] = self._top()

    def _global(self):
        module = self._take_line().decode()
        self._push(self.find_class(module, self._take_line().decode()))

    def _stack_global(self):
        name = self._pop()
        module = self._pop()
        if type(name) is not str or type(module) is not str:
            raise UnpicklingError("STACK_GLOBAL requires str")
        self._push(self.find_class(module, name))

    def _reduce(self):
        args = self._pop()
        self._push(self._pop()(*args))

    def _new(self):
        args = self._pop()
        cls = self._pop()
        self._push(cls.__new__(cls, *args))

    def _new_with_keywords(self):
        kwargs = self._pop()
        args = self._pop()
        cls = self._pop()
        self._push(cls.__new__(cls, *args, **kwargs))

    def _build(self):
        state = self._pop()
        obj = self._top()
        restore(obj, state)

    def _persistent(self):
        self._push(self.persistent_load(self._pop()))


_codes = None


def _codes_known():
    """The methods that carry out instructions, by code."""
    global _codes
    if _codes is None:
        of = Unpickler
        _codes = {
            ord(code): step
            for code, step in {
                "\x80": of._proto, "\x95": of._frame, "(": of._mark, "N": of._none,
                "\x88": of._true, "\x89": of._false, "K": of._int1, "M": of._int2,
                "J": of._int4, "I": of._int_text, "L": of._long_text, "\x8a": of._long1,
                "\x8b": of._long4, "G": of._float, "F": of._float_text, "\x8c": of._str1,
                "X": of._str4, "\x8d": of._str8, "V": of._str_line, "S": of._quoted,
                "C": of._bytes1, "B": of._bytes4, "\x8e": of._bytes8,
                "\x96": of._bytearray8, ")": of._empty_tuple, "\x85": of._tuple1,
                "\x86": of._tuple2, "\x87": of._tuple3, "t": of._tuple,
                "]": of._empty_list, "l": of._list, "a": of._append, "e": of._appends,
                "}": of._empty_dict, "d": of._dict, "s": of._set_item, "u": of._set_items,
                "\x8f": of._empty_set, "\x90": of._add_items, "\x91": of._frozenset,
                "0": of._pop_one, "1": of._pop_marked, "2": of._duplicate, "h": of._get1,
                "j": of._get4, "g": of._get_text, "\x94": of._memoize, "q": of._put1,
                "r": of._put4, "p": of._put_text, "c": of._global,
                "\x93": of._stack_global, "R": of._reduce, "\x81": of._new,
                "\x92": of._new_with_keywords, "b": of._build, "Q": of._persistent,
            }.items()
        }
    return _codes


# What no module has under any name.
_missing = _codes_known
