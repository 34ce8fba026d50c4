"""References that do not keep what they refer to alive."""

import atexit
import sys
from _weakref import ReferenceType, getweakrefcount, getweakrefs, ref
from collections import _MappingMethods

__atomic__ = True
__all__ = (
    "ref", "getweakrefcount", "getweakrefs", "WeakKeyDictionary", "ReferenceType",
    "WeakValueDictionary", "WeakSet", "WeakMethod", "finalize",
)

_FIRST_SWEEP = 32


class _IdentitySet:
    """What an event loop keeps: a set whose elements are in it, each as itself, as long as something else holds them."""

    def __init__(self, data=()):
        # By identity; a dead reference stays until the next sweep or until its id is used again.
        self._references = {}
        self._next_sweep = _FIRST_SWEEP
        self.update(data)

    def add(self, item):
        """Put an element in."""
        reference = self._references.get(id(item))
        if reference is not None and reference() is item:
            return
        # The id may be that of one that is gone, whose place in the order it must not take.
        self._references.pop(id(item), None)
        if len(self._references) >= self._next_sweep:
            self._sweep()
        self._references[id(item)] = ref(item)

    def discard(self, item):
        """Take an element out if it is in."""
        if item in self:
            del self._references[id(item)]

    def update(self, other):
        """Put all elements of another collection in."""
        for item in other:
            self.add(item)

    def clear(self):
        """Take all elements out."""
        self._references.clear()

    def __contains__(self, item):
        reference = self._references.get(id(item))
        return reference is not None and reference() is item

    def __iter__(self):
        for reference in list(self._references.values()):
            item = reference()
            if item is not None:
                yield item

    def __len__(self):
        return sum(1 for _ in self)

    def _sweep(self):
        self._references = {id(item): ref(item) for item in self}
        self._next_sweep = max(_FIRST_SWEEP, 2 * len(self._references))


class _Weak:
    """What containers of weak references have: what goes while somebody iterates over one is taken out afterwards."""

    def _begin(self):
        self.data = {}
        self._gone = []
        self._iterating = 0
        self._me = ref(self)

    def _watched(self, item, key=None):
        """A reference to an item that is taken out of here when the item goes; `key` is what it is found by."""
        me = self._me

        def remove(reference):
            owner = me()
            if owner is None:
                return
            if owner._iterating:
                owner._gone.append((reference, key))
            else:
                owner._take_out(reference, key)

        return ref(item, remove)

    def _sweep(self):
        while self._gone:
            self._take_out(*self._gone.pop())

    def _each(self):
        """The items of `data` as they stand, none of them taken out meanwhile."""
        self._iterating += 1
        try:
            yield from self.data.items()
        finally:
            self._iterating -= 1
            if not self._iterating:
                self._sweep()


class WeakSet(_Weak):
    """A set whose elements are in it as long as something else holds them."""

    def __init__(self, data=None):
        self._begin()
        if data is not None:
            self.update(data)

    def _take_out(self, reference, _):
        self.data.pop(reference, None)

    def add(self, item):
        """Put an element in."""
        self._sweep()
        if ref(item) not in self.data:
            self.data[self._watched(item)] = None

    def discard(self, item):
        """Take an element out if it is in."""
        self._sweep()
        self.data.pop(ref(item), None)

    def remove(self, item):
        """Take an element out; a KeyError if it is not in."""
        self._sweep()
        del self.data[ref(item)]

    def pop(self):
        """Take some element out."""
        self._sweep()
        while self.data:
            item = self.data.popitem()[0]()
            if item is not None:
                return item
        raise KeyError("pop from empty WeakSet") from None

    def update(self, other):
        """Put all elements of another collection in."""
        for item in other:
            self.add(item)

    def clear(self):
        """Take all elements out."""
        self._gone.clear()
        self.data.clear()

    def copy(self):
        """One with the same elements."""
        return type(self)(self)

    def __contains__(self, item):
        try:
            return ref(item) in self.data
        except TypeError:
            return False

    def __iter__(self):
        for reference, _ in self._each():
            item = reference()
            if item is not None:
                yield item

    def __len__(self):
        return len(self.data) - len(self._gone)

    def __repr__(self):
        return repr(set(self.data))

    def union(self, other):
        """All elements of both."""
        return type(self)([*self, *other])

    def intersection(self, other):
        """The elements that both have."""
        return type(self)([item for item in other if item in self])

    def difference(self, other):
        """The elements that the other has not."""
        rest = self.copy()
        rest.difference_update(other)
        return rest

    def symmetric_difference(self, other):
        """The elements that only one has."""
        rest = self.copy()
        rest.symmetric_difference_update(other)
        return rest

    def intersection_update(self, other):
        """Keep what the other has, too."""
        kept = self.intersection(other)
        for item in list(self):
            if item not in kept:
                self.discard(item)

    def difference_update(self, other):
        """Take out what the other has."""
        for item in list(other):
            self.discard(item)

    def symmetric_difference_update(self, other):
        """Take out what the other has, and put in what it alone has."""
        for item in list(type(self)(other)):
            (self.discard if item in self else self.add)(item)

    def isdisjoint(self, other):
        """Whether there is no element that both have."""
        return not self.intersection(other)

    def issubset(self, other):
        """Whether the other has all elements."""
        return set(self) <= set(other)

    def issuperset(self, other):
        """Whether all elements of the other are here."""
        return set(self) >= set(other)

    def __eq__(self, other):
        return set(self) == set(other) if isinstance(other, type(self)) else NotImplemented

    __hash__ = None
    __and__ = intersection
    __or__ = union
    __sub__ = difference
    __xor__ = symmetric_difference
    __le__ = issubset
    __ge__ = issuperset

    def __lt__(self, other):
        return set(self) < set(other)

    def __gt__(self, other):
        return set(self) > set(other)

    def __ior__(self, other):
        self.update(other)
        return self

    def __iand__(self, other):
        self.intersection_update(other)
        return self

    def __isub__(self, other):
        self.difference_update(other)
        return self

    def __ixor__(self, other):
        self.symmetric_difference_update(other)
        return self


class _WeakMapping(_Weak, _MappingMethods):
    def keys(self):
        """The keys, one after the other."""
        for key, _ in self.items():
            yield key

    def values(self):
        """The values, one after the other."""
        for _, value in self.items():
            yield value

    def __iter__(self):
        for key, _ in self.items():
            yield key

    def __len__(self):
        return len(self.data) - len(self._gone)

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x}>"

    def copy(self):
        """One with the same items."""
        made = type(self)()
        made.update(self)
        return made

    __copy__ = copy

    def setdefault(self, key, default=None):
        """The value of a key, which becomes `default` if there is none."""
        found = self.get(key, self)
        if found is not self:
            return found
        self[key] = default
        return default

    def __or__(self, other):
        if not hasattr(other, "items"):
            return NotImplemented
        made = self.copy()
        made.update(other)
        return made

    def __ror__(self, other):
        if not hasattr(other, "items"):
            return NotImplemented
        made = type(self)()
        made.update(other)
        made.update(self)
        return made

    def __ior__(self, other):
        self.update(other)
        return self


class WeakValueDictionary(_WeakMapping):
    """A mapping whose items are in it as long as something else holds their values."""

    def __init__(self, other=(), /, **kw):
        self._begin()
        self.update(other, **kw)

    def _take_out(self, reference, key):
        # The key may have another value by now.
        if self.data.get(key) is reference:
            del self.data[key]

    def __len__(self):
        self._sweep()
        return len(self.data)

    def __getitem__(self, key):
        self._sweep()
        value = self.data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        self._sweep()
        self.data[key] = self._watched(value, key)

    def __delitem__(self, key):
        self._sweep()
        del self.data[key]

    def __contains__(self, key):
        self._sweep()
        reference = self.data.get(key)
        return reference is not None and reference() is not None

    def items(self):
        """Keys and values, one after the other."""
        self._sweep()
        for key, reference in self._each():
            value = reference()
            if value is not None:
                yield key, value

    def pop(self, key, *args):
        """Take a key out and return its value, or a default."""
        self._sweep()
        reference = self.data.pop(key, None)
        value = None if reference is None else reference()
        if value is not None:
            return value
        if args:
            return args[0]
        raise KeyError(key)

    def popitem(self):
        """Take some item out."""
        self._sweep()
        while True:
            key, reference = self.data.popitem()
            value = reference()
            if value is not None:
                return key, value

    def itervaluerefs(self):
        """The references to the values, one after the other."""
        for _, reference in self._each():
            yield reference

    def valuerefs(self):
        """The references to the values."""
        return list(self.data.values())


class WeakKeyDictionary(_WeakMapping):
    """A mapping whose items are in it as long as something else holds their keys."""

    def __init__(self, dict=None):
        self._begin()
        if dict is not None:
            self.update(dict)

    def _take_out(self, reference, _):
        self.data.pop(reference, None)

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __setitem__(self, key, value):
        known = ref(key)
        self.data[known if known in self.data else self._watched(key)] = value

    def __delitem__(self, key):
        del self.data[ref(key)]

    def __contains__(self, key):
        try:
            return ref(key) in self.data
        except TypeError:
            return False

    def get(self, key, default=None):
        """The value of a key, or `default`."""
        return self.data.get(ref(key), default)

    def items(self):
        """Keys and values, one after the other."""
        for reference, value in self._each():
            key = reference()
            if key is not None:
                yield key, value

    def pop(self, key, *args):
        """Take a key out and return its value, or a default."""
        return self.data.pop(ref(key), *args)

    def popitem(self):
        """Take some item out."""
        self._sweep()
        while True:
            reference, value = self.data.popitem()
            key = reference()
            if key is not None:
                return key, value

    def keyrefs(self):
        """The references to the keys."""
        return list(self.data)


class WeakMethod:
    """A reference to a bound method, which is there as long as its object and its function are."""

    def __init__(self, meth, callback=None):
        try:
            target, function = meth.__self__, meth.__func__
        except AttributeError:
            raise TypeError(f"argument should be a bound method, not {type(meth)}") from None
        me = ref(self)

        def gone(_):
            method = me()
            if method is not None and method._alive:
                method._alive = False
                if callback is not None:
                    callback(method)

        self._alive = True
        self._target = ref(target, gone)
        self._function = ref(function, gone)
        self._type = type(meth)
        self.__callback__ = callback

    def __call__(self):
        target, function = self._target(), self._function()
        if target is None or function is None:
            return None
        return self._type(function, target)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        if not self._alive or not other._alive:
            return self is other
        return self._target == other._target and self._function == other._function

    def __hash__(self):
        return hash(self._target)


# What is to be called for objects, the oldest first, each with the reference, the function, its arguments and whether it
# is called at the end; None until there is something.
_finalizers = None
_is_over = False


class finalize:
    """A call that is made once an object has gone, or when the program ends."""

    __slots__ = ()

    def __init__(self, obj, func, /, *args, **kwargs):
        global _finalizers
        if _finalizers is None:
            _finalizers = {}
            atexit.register(_finalize_all)
        _finalizers[self] = [ref(obj, self), func, args, kwargs, True]

    def _known(self):
        return (_finalizers or {}).get(self)

    def __call__(self, _=None):
        if self.alive and not _is_over:
            _, func, args, kwargs, _ = _finalizers.pop(self)
            return func(*args, **kwargs)

    def peek(self):
        """The object, the function and its arguments, or None if the call was made."""
        known = self._known()
        target = None if known is None else known[0]()
        if target is not None:
            return (target, *known[1:4])

    def detach(self):
        """Make no call any more; returns the object, the function and its arguments, or None."""
        parts = self.peek()
        if parts is not None:
            del _finalizers[self]
        return parts

    @property
    def alive(self):
        """Whether the call is still to be made."""
        return self._known() is not None

    @property
    def atexit(self):
        """Whether it is made when the program ends."""
        return self.alive and self._known()[4]

    @atexit.setter
    def atexit(self, value):
        if self.alive:
            self._known()[4] = bool(value)

    def __repr__(self):
        parts = self.peek()
        if parts is None:
            return f"<{type(self).__name__} object at {id(self):#x}; dead>"
        target = parts[0]
        return f"<{type(self).__name__} object at {id(self):#x}; for {type(target).__name__!r} at {id(target):#x}>"


def _finalize_all():
    """Make the calls that are left when the program ends, the newest first."""
    global _is_over
    try:
        while True:
            waiting = next((each for each in reversed(_finalizers) if each.atexit), None)
            if waiting is None:
                break
            try:
                waiting()
            except Exception:
                sys.excepthook(*sys.exc_info())
    finally:
        _is_over = True
