"""Objects as bytes, in CPython's format (PEP 3154): the writer.

What is written is what CPython 3.11 writes for protocols 3 to 5, frames and memo numbers
included, so that sizes of messages are CPython's too. Older protocols are written as 3.
"""

import _interleave
import builtins
import copyreg
import sys

__atomic__ = True

HIGHEST_PROTOCOL = 5
DEFAULT_PROTOCOL = 4

# The writer begins a new frame after so many bytes; what is as long itself has none.
_FRAME_SIZE = 65536
# A frame of fewer bytes is written without saying so.
_SMALLEST_FRAME = 4
# Items of a list, dict or set that are put in with one instruction.
_BATCH = 1000


class PickleError(Exception):
    """The base of what pickling raises."""

    __module__ = "_pickle"


class PicklingError(PickleError):
    """An object that cannot be written."""


class UnpicklingError(PickleError):
    """Bytes that describe no object."""


class Pickler:
    """Writes objects to a binary file, each part of an object once."""

    def __init__(self, file, protocol=None, fix_imports=True, buffer_callback=None):
        if not hasattr(file, "write"):
            raise TypeError("file must have a 'write' attribute")
        self._file_write = file.write
        self._begin(protocol, buffer_callback)

    def _begin(self, protocol, buffer_callback):
        if protocol is None:
            protocol = DEFAULT_PROTOCOL
        elif protocol < 0:
            protocol = HIGHEST_PROTOCOL
        elif protocol > HIGHEST_PROTOCOL:
            raise ValueError(f"pickle protocol must be <= {HIGHEST_PROTOCOL}")
        if buffer_callback is not None and protocol < 5:
            raise ValueError("buffer_callback needs protocol >= 5")
        self._protocol = max(protocol, 3)
        # What was written, by its id: its number, and itself, so that the id stays its own.
        self._memo = {}
        # One object for each name of a module or of an attribute.
        self._names = {}
        self._atom_writers = _known_atom_writers()
        self._writers = _known_writers()

    def clear_memo(self):
        """Forget what was written."""
        self._memo.clear()

    def persistent_id(self, obj):
        """What a subclass writes instead of an object; None for the object itself."""
        return None

    def dump(self, obj):
        """Write an object to the file."""
        self._file_write(self._dumped(obj))

    def _dumped(self, obj):
        self._done = [b"\x80", bytes((self._protocol,))]
        self._frame = []
        self._frame_size = 0
        self._save(obj)
        self._put(b".")
        self._end_frame()
        return b"".join(self._done)

    # Output.

    def _put(self, data):
        self._frame.append(data)
        self._frame_size += len(data)

    def _end_frame(self):
        if self._protocol >= 4 and self._frame_size >= _SMALLEST_FRAME:
            self._done.append(b"\x95")
            self._done.append(self._frame_size.to_bytes(8, "little"))
        self._done += self._frame
        self._frame = []
        self._frame_size = 0

    def _put_long(self, header, data):
        """Bytes of any length, which stand between frames if they are many."""
        if len(data) < _FRAME_SIZE:
            self._put(header)
            self._put(data)
            return
        self._end_frame()
        self._done.append(header)
        self._done.append(data)

    def _memoize(self, obj):
        number = len(self._memo)
        self._memo[id(obj)] = (number, obj)
        if self._protocol >= 4:
            self._put(b"\x94")
        elif number < 256:
            self._put(b"q" + bytes((number,)))
        else:
            self._put(b"r" + number.to_bytes(4, "little"))

    def _put_known(self, obj):
        number = self._memo[id(obj)][0]
        if number < 256:
            self._put(b"h" + bytes((number,)))
        else:
            self._put(b"j" + number.to_bytes(4, "little"))

    # Objects.

    def _save(self, obj):
        self._save_object(obj)
        if self._frame_size >= _FRAME_SIZE:
            self._end_frame()

    def _save_object(self, obj):
        persistent = self.persistent_id(obj)
        if persistent is not None:
            self._save(persistent)
            self._put(b"Q")
            return
        cls = type(obj)
        write = self._atom_writers.get(cls)
        if write is not None:
            write(self, obj)
            return
        if id(obj) in self._memo:
            self._put_known(obj)
            return
        write = self._writers.get(cls)
        if write is not None:
            write(self, obj)
            return
        reduced = self._reduced(obj, cls)
        if isinstance(reduced, str):
            self._save_global(obj, reduced)
            return
        if not isinstance(reduced, tuple):
            raise PicklingError("__reduce__ must return a string or tuple")
        if not 2 <= len(reduced) <= 6:
            raise PicklingError(
                "tuple returned by __reduce__ must contain 2 through 6 elements"
            )
        self._save_reduced(obj, *reduced)

    def _reduced(self, obj, cls):
        """How an object wants to be written."""
        override = getattr(self, "reducer_override", None)
        if override is not None:
            reduced = override(obj)
            if reduced is not NotImplemented:
                return reduced
        if issubclass(cls, type):
            for only in (None, ..., NotImplemented):
                if obj is type(only):
                    # It has no name in any module.
                    return (type, (only,))
            return _qualname(obj)
        if cls is type(_known_writers):
            return _qualname(obj)
        if cls is type(sys):
            raise TypeError("cannot pickle 'module' object")
        table = getattr(self, "dispatch_table", None)
        if table is None:
            table = copyreg.dispatch_table
        reduce = table.get(cls)
        if reduce is not None:
            return reduce(obj)
        return obj.__reduce_ex__(self._protocol)

    def _save_none(self, obj):
        self._put(b"N")

    def _save_bool(self, obj):
        self._put(b"\x88" if obj else b"\x89")

    def _save_int(self, obj):
        if 0 <= obj < 65536:
            if obj < 256:
                self._put(b"K" + bytes((obj,)))
            else:
                self._put(b"M" + obj.to_bytes(2, "little"))
        elif -0x80000000 <= obj < 0x80000000:
            self._put(b"J" + obj.to_bytes(4, "little", signed=True))
        else:
            size = (obj if obj >= 0 else ~obj).bit_length() // 8 + 1
            data = obj.to_bytes(size, "little", signed=True)
            if size < 256:
                self._put(b"\x8a" + bytes((size,)) + data)
            else:
                self._put_long(b"\x8b" + size.to_bytes(4, "little"), data)

    def _save_float(self, obj):
        self._put(b"G" + _interleave.float_to_bytes(obj, 8)[::-1])

    def _save_str(self, obj):
        data = obj.encode("utf-8", "surrogatepass")
        size = len(data)
        if size < 256 and self._protocol >= 4:
            self._put(b"\x8c" + bytes((size,)))
            self._put(data)
        else:
            self._put_long(b"X" + size.to_bytes(4, "little"), data)
        self._memoize(obj)

    def _save_bytes(self, obj):
        size = len(obj)
        if size < 256:
            self._put(b"C" + bytes((size,)))
            self._put(obj)
        else:
            self._put_long(b"B" + size.to_bytes(4, "little"), obj)
        self._memoize(obj)

    def _save_bytearray(self, obj):
        if self._protocol < 5:
            self._save_reduced(obj, bytearray, (bytes(obj),) if obj else ())
            return
        self._put_long(b"\x96" + len(obj).to_bytes(8, "little"), bytes(obj))
        self._memoize(obj)

    def _save_tuple(self, obj):
        size = len(obj)
        if size == 0:
            self._put(b")")
            return
        if size > 3:
            self._put(b"(")
        for item in obj:
            self._save(item)
        if id(obj) in self._memo:
            # A part contains the tuple, and has written it.
            self._put(b"0" * size if size <= 3 else b"1")
            self._put_known(obj)
            return
        self._put((b"\x85", b"\x86", b"\x87", b"t")[min(size, 4) - 1])
        self._memoize(obj)

    def _save_list(self, obj):
        self._put(b"]")
        self._memoize(obj)
        self._save_items(obj)

    def _save_items(self, items):
        for batch in _batches(items):
            if len(batch) > 1:
                self._put(b"(")
            for item in batch:
                self._save(item)
            self._put(b"e" if len(batch) > 1 else b"a")

    def _save_dict(self, obj):
        self._put(b"}")
        self._memoize(obj)
        self._save_pairs(obj.items())

    def _save_pairs(self, pairs):
        for batch in _batches(pairs):
            if len(batch) > 1:
                self._put(b"(")
            for key, value in batch:
                self._save(key)
                self._save(value)
            self._put(b"u" if len(batch) > 1 else b"s")

    def _save_set(self, obj):
        if self._protocol < 4:
            self._save_reduced(obj, set, (list(obj),))
            return
        self._put(b"\x8f")
        self._memoize(obj)
        for batch in _batches(obj):
            self._put(b"(")
            for item in batch:
                self._save(item)
            self._put(b"\x90")

    def _save_frozenset(self, obj):
        if self._protocol < 4:
            self._save_reduced(obj, frozenset, (list(obj),))
            return
        self._put(b"(")
        for item in obj:
            self._save(item)
        if id(obj) in self._memo:
            self._put(b"1")
            self._put_known(obj)
            return
        self._put(b"\x91")
        self._memoize(obj)

    def _save_global(self, obj, name):
        module = whichmodule(obj, name)
        try:
            found = _find(module, name, obj)
        except ImportError:
            raise PicklingError(
                f"Can't pickle {obj!r}: import of module {module!r} failed"
            ) from None
        if found is not obj:
            raise PicklingError(
                f"Can't pickle {obj!r}: it's not the same object as {module}.{name}"
            )
        if self._protocol >= 4:
            self._save(self._names.setdefault(module, module))
            self._save(self._names.setdefault(name, name))
            self._put(b"\x93")
        else:
            self._put(b"c" + f"{module}\n{name}\n".encode())
        self._memoize(obj)

    def _save_reduced(
        self, obj, func, args, state=None, items=None, pairs=None, state_setter=None
    ):
        if not callable(func):
            raise PicklingError(
                "first item of the tuple returned by __reduce__ must be callable"
            )
        if not isinstance(args, tuple):
            raise PicklingError(
                "second item of the tuple returned by __reduce__ must be a tuple"
            )
        kind = getattr(func, "__name__", "")
        if kind == "__newobj__":
            self._check_class(obj, args[0])
            self._save(args[0])
            self._save(args[1:])
            self._put(b"\x81")
        elif kind == "__newobj_ex__":
            self._check_class(obj, args[0])
            for part in args:
                self._save(part)
            self._put(b"\x92")
        else:
            self._save(func)
            self._save(args)
            self._put(b"R")
        if id(obj) in self._memo:
            self._put(b"0")
            self._put_known(obj)
        else:
            self._memoize(obj)
        if items is not None:
            self._save_items(items)
        if pairs is not None:
            self._save_pairs(pairs)
        if state is None:
            return
        if type(state) is dict:
            state = {self._names.setdefault(name, name): part for name, part in state.items()}
        if state_setter is None:
            self._save(state)
            self._put(b"b")
        else:
            self._save(state_setter)
            self._save(obj)
            self._save(state)
            self._put(b"\x86R0")

    def _check_class(self, obj, cls):
        if not hasattr(cls, "__new__"):
            raise PicklingError("args[0] from __newobj__ args has no __new__")
        if obj.__class__ is not cls:
            raise PicklingError("args[0] from __newobj__ args has the wrong class")


_atom_writers = None
_writers = None


def _known_atom_writers():
    """The methods that write what is written anew wherever it occurs, by type."""
    global _atom_writers
    if _atom_writers is None:
        _atom_writers = {
            type(None): Pickler._save_none,
            bool: Pickler._save_bool,
            int: Pickler._save_int,
            float: Pickler._save_float,
        }
    return _atom_writers


def _known_writers():
    """The methods that write other builtin types, by type."""
    global _writers
    if _writers is None:
        _writers = {
            str: Pickler._save_str,
            bytes: Pickler._save_bytes,
            bytearray: Pickler._save_bytearray,
            tuple: Pickler._save_tuple,
            list: Pickler._save_list,
            dict: Pickler._save_dict,
            set: Pickler._save_set,
            frozenset: Pickler._save_frozenset,
        }
    return _writers


def _batches(items):
    batch = []
    for item in items:
        batch.append(item)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


# Names.


def _qualname(obj):
    return getattr(obj, "__qualname__", None) or obj.__name__


def whichmodule(obj, name):
    """The name of the module that has an object under a name."""
    module = getattr(obj, "__module__", None)
    if module is not None:
        return module
    for candidate in ("builtins", *sys.modules):
        if candidate in ("__main__", "__mp_main__"):
            continue
        if _interleave.module_value(candidate, name) is obj:
            return candidate
    return "__main__"


def _find(module, name, obj):
    """What a module has under a name with dots, for writing `obj`."""
    parts = name.split(".")
    if "<locals>" in parts:
        raise AttributeError(f"Can't pickle local object {name!r}")
    place = import_module(module)
    for part in parts:
        place = getattr(place, part, NotImplemented)
        if place is NotImplemented and obj is not NotImplemented:
            raise PicklingError(
                f"Can't pickle {obj!r}: attribute lookup {name} on {module} failed"
            ) from None
    return place


def import_module(name):
    """The module of a name, of those that the program has."""
    if name in ("__main__", "__mp_main__"):
        return sys.modules["__main__"]
    if name not in sys.modules:
        raise ModuleNotFoundError(f"No module named {name!r}", name=name)
    return sys.modules[name]
