"""The abstract base classes of containers.

All of them have a metaclass, so each is made when it is first asked for. What they offer
to classes that inherit from them is in plain classes, which are static.
"""

import _interleave
import types
from abc import ABCMeta, abstractmethod

__atomic__ = True
__all__ = (
    "Awaitable", "Coroutine", "AsyncIterable", "AsyncIterator", "AsyncGenerator",
    "Hashable", "Iterable", "Iterator", "Generator", "Reversible", "Sized", "Container",
    "Callable", "Collection", "Set", "MutableSet", "Mapping", "MutableMapping",
    "MappingView", "KeysView", "ItemsView", "ValuesView", "Sequence", "MutableSequence",
    "ByteString",
)

# Name, bases, methods that a subclass has to define, methods that make any class count
# as a subclass (none: only inheriting or being registered does).
_CLASSES = (
    ("Hashable", (), ("__hash__",), ("__hash__",)),
    ("Awaitable", (), ("__await__",), ("__await__",)),
    ("Coroutine", ("Awaitable",), ("send", "throw"), ("__await__", "send", "throw", "close")),
    ("AsyncIterable", (), ("__aiter__",), ("__aiter__",)),
    ("AsyncIterator", ("AsyncIterable",), ("__anext__",), ("__anext__", "__aiter__")),
    ("AsyncGenerator", ("AsyncIterator",), ("asend", "athrow"),
     ("__aiter__", "__anext__", "asend", "athrow", "aclose")),
    ("Iterable", (), ("__iter__",), ("__iter__",)),
    ("Iterator", ("Iterable",), ("__next__",), ("__iter__", "__next__")),
    ("Generator", ("Iterator",), ("send", "throw"),
     ("__iter__", "__next__", "send", "throw", "close")),
    ("Reversible", ("Iterable",), ("__reversed__",), ("__reversed__", "__iter__")),
    ("Sized", (), ("__len__",), ("__len__",)),
    ("Container", (), ("__contains__",), ("__contains__",)),
    ("Collection", ("Sized", "Iterable", "Container"), (),
     ("__len__", "__iter__", "__contains__")),
    ("Callable", (), ("__call__",), ("__call__",)),
    ("Set", ("Collection",), (), ()),
    ("MutableSet", ("Set",), ("add", "discard"), ()),
    ("Mapping", ("Collection",), ("__getitem__",), ()),
    ("MutableMapping", ("Mapping",), ("__setitem__", "__delitem__"), ()),
    ("MappingView", ("Sized",), (), ()),
    ("KeysView", ("MappingView", "Set"), (), ()),
    ("ItemsView", ("MappingView", "Set"), (), ()),
    ("ValuesView", ("MappingView", "Collection"), (), ()),
    ("Sequence", ("Reversible", "Collection"), ("__getitem__",), ()),
    ("ByteString", ("Sequence",), (), ()),
    ("MutableSequence", ("Sequence",), ("__setitem__", "__delitem__", "insert"), ()),
)

_made = None


def __getattr__(name):
    global _made
    if _made is None:
        _made = {}
    if name not in _made:
        for known, bases, required, recognised in _CLASSES:
            if known == name:
                _made[name] = _make(name, bases, required, recognised)
                break
        else:
            raise AttributeError(f"module 'collections.abc' has no attribute {name!r}")
    return _made[name]


def _make(name, bases, required, recognised):
    def __subclasshook__(cls, other):
        # Classes derived from this one have no such rule.
        if not recognised or cls is not made:
            return NotImplemented
        for method in recognised:
            if _interleave.lookup(other, method) is None:
                return NotImplemented
        return True

    namespace = {
        "__module__": "collections.abc",
        "__slots__": (),
        "__subclasshook__": classmethod(__subclasshook__),
        "__class_getitem__": classmethod(types.GenericAlias),
    }
    for method in required:
        namespace[method] = _required(name, method)
    made = ABCMeta(name, (*_methods_of(name), *map(__getattr__, bases)), namespace)
    for cls in _registered(name):
        made.register(cls)
    return made


def _required(class_name, name):
    def method(self, *args):
        raise NotImplementedError

    method.__name__ = name
    method.__qualname__ = f"{class_name}.{name}"
    return abstractmethod(method)


def _methods_of(name):
    """The plain class with what an abstract class offers, if there is one."""
    match name:
        case "Iterator":
            return (_IteratorMethods,)
        case "Generator":
            return (_GeneratorMethods,)
        case "Set":
            return (_SetMethods,)
        case "MutableSet":
            return (_MutableSetMethods,)
        case "Mapping":
            return (_MappingMethods,)
        case "MutableMapping":
            return (_MutableMappingMethods,)
        case "MappingView":
            return (_ViewMethods,)
        case "KeysView":
            return (_KeysViewMethods,)
        case "ItemsView":
            return (_ItemsViewMethods,)
        case "ValuesView":
            return (_ValuesViewMethods,)
        case "Sequence":
            return (_SequenceMethods,)
        case "MutableSequence":
            return (_MutableSequenceMethods,)
    return ()


def _registered(name):
    """The builtin types and the classes of `collections` that count as subclasses."""
    from collections import ChainMap, UserDict, UserList, deque

    match name:
        case "Container" | "Collection":
            # Values have no __contains__ of their own.
            return (type({}.values()),)
        case "Set":
            return frozenset, type({}.keys()), type({}.items())
        case "MutableSet":
            return (set,)
        case "Mapping":
            return types.MappingProxyType, dict, ChainMap, UserDict
        case "MutableMapping":
            return dict, ChainMap, UserDict
        case "KeysView":
            return (type({}.keys()),)
        case "ItemsView":
            return (type({}.items()),)
        case "ValuesView":
            return (type({}.values()),)
        case "Sequence":
            return tuple, str, range, bytes, bytearray, memoryview, list, deque, UserList
        case "ByteString":
            return bytes, bytearray
        case "MutableSequence":
            return list, bytearray, deque, UserList
    return ()


class _IteratorMethods:
    __slots__ = ()

    def __iter__(self):
        return self


class _GeneratorMethods:
    __slots__ = ()

    def __next__(self):
        return self.send(None)

    def close(self):
        """Have the generator finish."""
        try:
            self.throw(GeneratorExit)
        except (GeneratorExit, StopIteration):
            return
        raise RuntimeError("generator ignored GeneratorExit")


class _SetMethods:
    __slots__ = ()

    @classmethod
    def _from_iterable(cls, iterable):
        return cls(iterable)

    def __le__(self, other):
        if not isinstance(other, __getattr__("Set")):
            return NotImplemented
        return len(self) <= len(other) and all(item in other for item in self)

    def __lt__(self, other):
        if not isinstance(other, __getattr__("Set")):
            return NotImplemented
        return len(self) < len(other) and self <= other

    def __ge__(self, other):
        if not isinstance(other, __getattr__("Set")):
            return NotImplemented
        return len(self) >= len(other) and all(item in self for item in other)

    def __gt__(self, other):
        if not isinstance(other, __getattr__("Set")):
            return NotImplemented
        return len(self) > len(other) and self >= other

    def __eq__(self, other):
        if not isinstance(other, __getattr__("Set")):
            return NotImplemented
        return len(self) == len(other) and self <= other

    __hash__ = None

    def __and__(self, other):
        return self._from_iterable(item for item in other if item in self)

    __rand__ = __and__

    def __or__(self, other):
        return self._from_iterable(item for part in (self, other) for item in part)

    __ror__ = __or__

    def __sub__(self, other):
        return self._from_iterable(item for item in self if item not in set(other))

    def __rsub__(self, other):
        return self._from_iterable(item for item in other if item not in self)

    def __xor__(self, other):
        return (self - other) | self._from_iterable(item for item in other if item not in self)

    __rxor__ = __xor__

    def isdisjoint(self, other):
        """Whether there is no common item."""
        return not any(item in self for item in other)


class _MutableSetMethods:
    __slots__ = ()

    def remove(self, value):
        """Remove an item that must be there."""
        if value not in self:
            raise KeyError(value)
        self.discard(value)

    def pop(self):
        """Remove and return some item."""
        for value in self:
            self.discard(value)
            return value
        raise KeyError

    def clear(self):
        """Remove everything."""
        while len(self):
            self.pop()

    def __ior__(self, other):
        for value in other:
            self.add(value)
        return self

    def __iand__(self, other):
        for value in [value for value in self if value not in other]:
            self.discard(value)
        return self

    def __isub__(self, other):
        for value in list(other):
            self.discard(value)
        return self

    def __ixor__(self, other):
        for value in list(other):
            if value in self:
                self.discard(value)
            else:
                self.add(value)
        return self


class _MappingMethods:
    __slots__ = ()
    # Patterns of `match` take it for a mapping.
    __abc_tpflags__ = 64

    def get(self, key, default=None):
        """The value of `key`, or `default`."""
        try:
            return self[key]
        except KeyError:
            return default

    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True

    def keys(self):
        """The keys, as a view."""
        return __getattr__("KeysView")(self)

    def items(self):
        """Keys and values, as a view."""
        return __getattr__("ItemsView")(self)

    def values(self):
        """The values, as a view."""
        return __getattr__("ValuesView")(self)

    def __eq__(self, other):
        if not isinstance(other, __getattr__("Mapping")):
            return NotImplemented
        return dict(self.items()) == dict(other.items())

    __hash__ = None
    __reversed__ = None


class _MutableMappingMethods:
    __slots__ = ()

    def pop(self, key, *default):
        """Remove a key and return its value, or a default."""
        try:
            value = self[key]
        except KeyError:
            if default:
                return default[0]
            raise
        del self[key]
        return value

    def popitem(self):
        """Remove and return some key with its value."""
        for key in self:
            return key, self.pop(key)
        raise KeyError

    def clear(self):
        """Remove everything."""
        while len(self):
            self.popitem()

    def update(self, other=(), /, **kwds):
        """Take over all items of a mapping or of pairs."""
        if hasattr(other, "keys"):
            other = [(key, other[key]) for key in other.keys()]
        for key, value in (*other, *kwds.items()):
            self[key] = value

    def setdefault(self, key, default=None):
        """The value of `key`, which becomes `default` if there is none."""
        if key not in self:
            self[key] = default
        return self[key]


class _ViewMethods:
    __slots__ = ("_mapping",)

    def __init__(self, mapping):
        self._mapping = mapping

    def __len__(self):
        return len(self._mapping)

    def __repr__(self):
        return f"{type(self).__name__}({self._mapping!r})"


class _KeysViewMethods:
    __slots__ = ()

    @classmethod
    def _from_iterable(cls, iterable):
        return set(iterable)

    def __contains__(self, key):
        return key in self._mapping

    def __iter__(self):
        return iter(self._mapping)


class _ItemsViewMethods:
    __slots__ = ()

    @classmethod
    def _from_iterable(cls, iterable):
        return set(iterable)

    def __contains__(self, item):
        key, value = item
        return key in self._mapping and self._mapping[key] == value

    def __iter__(self):
        for key in self._mapping:
            yield key, self._mapping[key]


class _ValuesViewMethods:
    __slots__ = ()

    def __contains__(self, value):
        return any(self._mapping[key] == value for key in self._mapping)

    def __iter__(self):
        for key in self._mapping:
            yield self._mapping[key]


class _SequenceMethods:
    __slots__ = ()
    # Patterns of `match` take it for a sequence.
    __abc_tpflags__ = 32

    def __iter__(self):
        position = 0
        while True:
            try:
                value = self[position]
            except IndexError:
                return
            yield value
            position += 1

    def __contains__(self, value):
        return any(item is value or item == value for item in self)

    def __reversed__(self):
        for position in range(len(self) - 1, -1, -1):
            yield self[position]

    def index(self, value, start=0, stop=None):
        """The position of the first item equal to `value`."""
        for position in range(*slice(start, stop).indices(len(self))):
            if self[position] is value or self[position] == value:
                return position
        raise ValueError

    def count(self, value):
        """How many items are equal to `value`."""
        return sum(1 for item in self if item is value or item == value)


class _MutableSequenceMethods:
    __slots__ = ()

    def append(self, value):
        """Add at the end."""
        self.insert(len(self), value)

    def clear(self):
        """Remove everything."""
        while len(self):
            self.pop()

    def reverse(self):
        """Reverse in place."""
        last = len(self) - 1
        for position in range(len(self) // 2):
            other = last - position
            self[position], self[other] = self[other], self[position]

    def extend(self, values):
        """Add all values at the end."""
        for value in list(values) if values is self else values:
            self.append(value)

    def pop(self, index=-1):
        """Remove and return an item."""
        value = self[index]
        del self[index]
        return value

    def remove(self, value):
        """Remove the first item equal to `value`."""
        del self[self.index(value)]

    def __iadd__(self, values):
        self.extend(values)
        return self
