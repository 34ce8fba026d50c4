"""Containers beside list, dict, set and tuple."""

import _interleave
import types
from _binding import Signature
from _recursion import guarded
from keyword import iskeyword

__atomic__ = True
__all__ = (
    "ChainMap", "Counter", "OrderedDict", "UserDict", "UserList", "UserString", "defaultdict",
    "deque", "namedtuple",
)

# Up to this length a deque is kept in one form only, so that equal deques are equal states
# in a search; beyond it, space is left in front so that both ends are cheap.
_SHORT = 64


class deque:
    """A sequence with cheap ends, and with a bound if wanted.

    The items are those of a list from `_head` on.
    """

    __slots__ = ("_items", "_head", "_maxlen", "__weakref__")
    # Patterns of `match` take it for a sequence.
    __abc_tpflags__ = 32

    def __init__(self, iterable=(), maxlen=None):
        if maxlen is not None:
            if not isinstance(maxlen, int):
                raise TypeError("an integer is required")
            if maxlen < 0:
                raise ValueError("maxlen must be non-negative")
        self._items = []
        self._head = 0
        self._maxlen = maxlen
        self.extend(iterable)

    @property
    def maxlen(self):
        """The bound, or None."""
        return self._maxlen

    def _values(self):
        """The items as a list that nobody may change."""
        return self._items[self._head :] if self._head else self._items

    def append(self, x, /):
        """Add on the right; a full deque loses its leftmost item."""
        self._items.append(x)
        if self._maxlen is not None and len(self._items) - self._head > self._maxlen:
            self.popleft()

    def appendleft(self, x, /):
        """Add on the left; a full deque loses its rightmost item."""
        items = self._items
        if self._head == 0 and len(items) > _SHORT:
            self._head = len(items)
            items[:0] = [None] * self._head
        if self._head:
            self._head -= 1
            items[self._head] = x
        else:
            items.insert(0, x)
        if self._maxlen is not None and len(items) - self._head > self._maxlen:
            self.pop()

    def pop(self):
        """Remove and return the rightmost item."""
        if len(self._items) == self._head:
            raise IndexError("pop from an empty deque")
        item = self._items.pop()
        self._tidy()
        return item

    def popleft(self):
        """Remove and return the leftmost item."""
        items = self._items
        head = self._head
        if len(items) == head:
            raise IndexError("pop from an empty deque")
        item = items[head]
        items[head] = None
        self._head = head + 1
        self._tidy()
        return item

    def _tidy(self):
        """Give up the space in front of few items, or of fewer than there is space."""
        head = self._head
        if head and len(self._items) - head <= max(_SHORT, head):
            del self._items[:head]
            self._head = 0

    def extend(self, iterable, /):
        """Add all items on the right."""
        for item in list(iterable) if iterable is self else iterable:
            self.append(item)

    def extendleft(self, iterable, /):
        """Add all items on the left, one after the other."""
        for item in list(iterable) if iterable is self else iterable:
            self.appendleft(item)

    def rotate(self, n=1, /):
        """Move `n` items from the right end to the left."""
        n = range(n).stop
        length = len(self)
        if length < 2:
            return
        n %= length
        if length <= _SHORT:
            values = self._items
            self._items = values[length - n :] + values[: length - n]
        elif n <= length // 2:
            for _ in range(n):
                self.appendleft(self.pop())
        else:
            for _ in range(length - n):
                self.append(self.popleft())

    def clear(self):
        """Remove all items."""
        self._items = []
        self._head = 0

    def copy(self):
        """A deque of the same items with the same bound."""
        return type(self)(self, self._maxlen)

    __copy__ = copy

    def count(self, x, /):
        """How many items are equal to `x`."""
        return self._values().count(x)

    def index(self, x, start=0, stop=None, /):
        """The position of the first item equal to `x`."""
        values = self._values()
        for position in range(*slice(start, stop).indices(len(values))):
            if values[position] is x or values[position] == x:
                return position
        raise ValueError(f"{x!r} is not in deque")

    def insert(self, i, x, /):
        """Put `x` at a position; a full deque refuses."""
        if len(self) == self._maxlen:
            raise IndexError("deque already at its maximum size")
        self._items = list(self._values())
        self._head = 0
        self._items.insert(i, x)

    def remove(self, value, /):
        """Remove the first item equal to `value`."""
        for position, item in enumerate(self._values()):
            if item is value or item == value:
                del self._items[self._head + position]
                self._tidy()
                return
        raise ValueError(f"{value!r} is not in deque")

    def reverse(self):
        """Reverse in place."""
        self._items = self._values()[::-1]
        self._head = 0

    def _position(self, index):
        if not hasattr(index, "__index__"):
            kind = type(index).__name__
            raise TypeError(f"sequence index must be integer, not '{kind}'")
        index = index.__index__()
        length = len(self._items) - self._head
        if not -length <= index < length:
            raise IndexError("deque index out of range")
        return self._head + index if index >= 0 else len(self._items) + index

    def __getitem__(self, index, /):
        return self._items[self._position(index)]

    def __setitem__(self, index, value, /):
        self._items[self._position(index)] = value

    def __delitem__(self, index, /):
        del self._items[self._position(index)]
        self._tidy()

    def __len__(self):
        return len(self._items) - self._head

    def __contains__(self, value, /):
        return value in self._values()

    def __iter__(self):
        return self._walk(range(len(self)), len(self))

    def __reversed__(self):
        return self._walk(range(len(self) - 1, -1, -1), len(self))

    def _walk(self, positions, length):
        for position in positions:
            if len(self) != length:
                raise RuntimeError("deque mutated during iteration")
            yield self._items[self._head + position]
        if not length and len(self):
            raise RuntimeError("deque mutated during iteration")

    def __repr__(self):
        return guarded(self, "[...]", _deque_text)

    def __add__(self, other, /):
        if not isinstance(other, deque):
            kind = type(other).__name__
            raise TypeError(f'can only concatenate deque (not "{kind}") to deque')
        result = self.copy()
        result.extend(other)
        return result

    def __iadd__(self, other, /):
        self.extend(other)
        return self

    def __mul__(self, times, /):
        return type(self)(self._values() * times, self._maxlen)

    __rmul__ = __mul__

    def __imul__(self, times, /):
        values = self._values() * times
        self.clear()
        self.extend(values)
        return self

    def __eq__(self, other, /):
        if not isinstance(other, deque):
            return NotImplemented
        return self._values() == other._values()

    def __lt__(self, other, /):
        if not isinstance(other, deque):
            return NotImplemented
        return self._values() < other._values()

    def __le__(self, other, /):
        if not isinstance(other, deque):
            return NotImplemented
        return self._values() <= other._values()

    def __gt__(self, other, /):
        if not isinstance(other, deque):
            return NotImplemented
        return self._values() > other._values()

    def __ge__(self, other, /):
        if not isinstance(other, deque):
            return NotImplemented
        return self._values() >= other._values()

    __hash__ = None

    def __reduce__(self):
        arguments = () if self._maxlen is None else ((), self._maxlen)
        return type(self), arguments, getattr(self, "__dict__", None) or None, iter(self)

    def __class_getitem__(cls, item, /):
        return types.GenericAlias(cls, item)


def _deque_text(values):
    bound = "" if values._maxlen is None else f", maxlen={values._maxlen}"
    return f"{type(values).__name__}({values._values()!r}{bound})"


class defaultdict(dict):
    """A dict that makes the values of missing keys."""

    def __init__(self, default_factory=None, /, *args, **kwargs):
        if default_factory is not None and not callable(default_factory):
            raise TypeError("first argument must be callable or None")
        super().__init__(*args, **kwargs)
        self.default_factory = default_factory

    def __missing__(self, key, /):
        if self.default_factory is None:
            raise KeyError(key)
        value = self.default_factory()
        self[key] = value
        return value

    def __repr__(self):
        return guarded(self, "defaultdict(...)", _defaultdict_text)

    def copy(self):
        """A shallow copy with the same factory."""
        return type(self)(self.default_factory, self)

    __copy__ = copy

    def __or__(self, other, /):
        if not isinstance(other, dict):
            return NotImplemented
        result = self.copy()
        result.update(other)
        return result

    def __ror__(self, other, /):
        if not isinstance(other, dict):
            return NotImplemented
        result = type(self)(self.default_factory, other)
        result.update(self)
        return result

    def __reduce__(self):
        factory = () if self.default_factory is None else (self.default_factory,)
        return type(self), factory, None, None, iter(self.items())


def _defaultdict_text(values):
    factory = guarded(values.default_factory, "...", repr)
    return f"{type(values).__name__}({factory}, {dict.__repr__(values)})"


class OrderedDict(dict):
    """A dict that compares by order too, and can move its items to either end."""

    def move_to_end(self, key, last=True):
        """Move an item to the right end, or to the left."""
        value = dict.pop(self, key)
        if last:
            dict.__setitem__(self, key, value)
        else:
            others = list(dict.items(self))
            dict.clear(self)
            dict.__setitem__(self, key, value)
            dict.update(self, others)

    def popitem(self, last=True):
        """Remove and return the rightmost item, or the leftmost."""
        if not self:
            raise KeyError("dictionary is empty")
        key = next(reversed(self) if last else iter(self))
        return key, dict.pop(self, key)

    def copy(self):
        """A shallow copy."""
        return type(self)(self)

    __copy__ = copy

    @classmethod
    def fromkeys(cls, iterable, value=None):
        """An instance whose keys come from `iterable`, all with one value."""
        result = cls()
        for key in iterable:
            result[key] = value
        return result

    def __eq__(self, other, /):
        if isinstance(other, OrderedDict):
            return dict.__eq__(self, other) and list(self) == list(other)
        return dict.__eq__(self, other)

    def __ne__(self, other, /):
        answer = self == other
        return answer if answer is NotImplemented else not answer

    __hash__ = None

    def __or__(self, other, /):
        if not isinstance(other, dict):
            return NotImplemented
        result = type(self)(self)
        result.update(other)
        return result

    def __ror__(self, other, /):
        if not isinstance(other, dict):
            return NotImplemented
        result = type(self)(other)
        result.update(self)
        return result

    def __ior__(self, other, /):
        self.update(other)
        return self

    def __repr__(self):
        return guarded(self, "...", _ordered_text)

    def __reduce__(self):
        return type(self), (), vars(self) or None, None, iter(self.items())


def _ordered_text(values):
    items = repr(list(values.items())) if values else ""
    return f"{type(values).__name__}({items})"


class Counter(dict):
    """A dict of how often each of its keys was counted."""

    def __init__(self, iterable=None, /, **kwds):
        super().__init__()
        self.update(iterable, **kwds)

    def __missing__(self, key):
        return 0

    def total(self):
        """The sum of the counts."""
        return sum(self.values())

    def most_common(self, n=None):
        """The keys with their counts, the most frequent first."""
        ranked = sorted(self.items(), key=_count_of, reverse=True)
        return ranked if n is None else ranked[: max(n, 0)]

    def elements(self):
        """Each key as often as it was counted."""
        for key, count in self.items():
            for _ in range(count):
                yield key

    @classmethod
    def fromkeys(cls, iterable, v=None):
        """Refused, since the meaning would not be clear."""
        raise NotImplementedError(
            "Counter.fromkeys() is undefined.  Use Counter(iterable) instead."
        )

    def update(self, iterable=None, /, **kwds):
        """Add the counts of another mapping, or count the items of an iterable."""
        if _is_mapping(iterable):
            for key, count in iterable.items():
                self[key] = count + self.get(key, 0)
        elif iterable is not None:
            for key in iterable:
                self[key] = self.get(key, 0) + 1
        if kwds:
            self.update(kwds)

    def subtract(self, iterable=None, /, **kwds):
        """Take away the counts of another mapping, or one for each item of an iterable."""
        if _is_mapping(iterable):
            for key, count in iterable.items():
                self[key] = self.get(key, 0) - count
        elif iterable is not None:
            for key in iterable:
                self[key] = self.get(key, 0) - 1
        if kwds:
            self.subtract(kwds)

    def copy(self):
        """A shallow copy."""
        return type(self)(self)

    __copy__ = copy

    def __reduce__(self):
        return type(self), (dict(self),)

    def __delitem__(self, elem):
        if elem in self:
            super().__delitem__(elem)

    def __repr__(self):
        if not self:
            return f"{type(self).__name__}()"
        try:
            ranked = dict(self.most_common())
        except TypeError:
            ranked = dict(self)
        return f"{type(self).__name__}({ranked!r})"

    def _combined(self, other, combine):
        """What `combine` makes of the two counts of every key, where that is positive."""
        result = Counter()
        for key in (*self, *(key for key in other if key not in self)):
            count = combine(self[key], other[key])
            if count > 0:
                result[key] = count
        return result

    def __add__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._combined(other, lambda mine, theirs: mine + theirs)

    def __sub__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._combined(other, lambda mine, theirs: mine - theirs)

    def __or__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._combined(other, max)

    def __and__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._combined(other, min)

    def __pos__(self):
        return self._combined(Counter(), lambda mine, theirs: mine)

    def __neg__(self):
        return self._combined(Counter(), lambda mine, theirs: -mine)

    def _become(self, other):
        dict.clear(self)
        dict.update(self, other)
        return self

    def _keep_positive(self):
        return self._become({key: count for key, count in self.items() if count > 0})

    def __iadd__(self, other):
        for key, count in other.items():
            self[key] += count
        return self._keep_positive()

    def __isub__(self, other):
        for key, count in other.items():
            self[key] -= count
        return self._keep_positive()

    def __ior__(self, other):
        for key, count in other.items():
            self[key] = max(self[key], count)
        return self._keep_positive()

    def __iand__(self, other):
        for key in self:
            self[key] = min(self[key], other[key])
        return self._keep_positive()

    def _all(self, other, compare):
        return all(compare(self[key], other[key]) for key in (*self, *other))

    def __eq__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._all(other, lambda mine, theirs: mine == theirs)

    def __ne__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return not self == other

    def __le__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._all(other, lambda mine, theirs: mine <= theirs)

    def __lt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self <= other and self != other

    def __ge__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._all(other, lambda mine, theirs: mine >= theirs)

    def __gt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self >= other and self != other

    __hash__ = None


def _count_of(item):
    return item[1]


def _is_mapping(value):
    return isinstance(value, (dict, ChainMap, UserDict)) or (
        hasattr(value, "items") and hasattr(value, "__getitem__")
    )


class _Field:
    """A named item of a tuple."""

    def __init__(self, index):
        self._index = index
        self.__doc__ = f"Alias for field number {index}"

    def __get__(self, instance, owner=None):
        return self if instance is None else tuple.__getitem__(instance, self._index)

    def __set__(self, instance, value):
        raise AttributeError("can't set attribute")

    def __delete__(self, instance):
        raise AttributeError("can't delete attribute")


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    """A subclass of tuple whose items have names."""
    if isinstance(field_names, str):
        field_names = field_names.replace(",", " ").split()
    fields = list(map(str, field_names))
    if rename:
        fields = _renamed(fields)
    typename = str(typename)
    _check_names(typename, fields)
    defaults = () if defaults is None else tuple(defaults)
    if len(defaults) > len(fields):
        raise TypeError("Got more default values than field names")
    by_name = dict(zip(fields[len(fields) - len(defaults) :], defaults))
    return named_tuple_class(typename, tuple(fields), by_name, module or _interleave.caller()[3])


def _renamed(fields):
    seen = set()
    names = []
    for index, name in enumerate(fields):
        if not name.isidentifier() or iskeyword(name) or name.startswith("_") or name in seen:
            name = f"_{index}"
        seen.add(name)
        names.append(name)
    return names


def _check_names(typename, fields):
    for name in (typename, *fields):
        if not name.isidentifier():
            raise ValueError(f"Type names and field names must be valid identifiers: {name!r}")
        if iskeyword(name):
            raise ValueError(f"Type names and field names cannot be a keyword: {name!r}")
    seen = set()
    for name in fields:
        # Names that `rename` made from positions are admitted.
        if name.startswith("_") and not name[1:].isdigit():
            raise ValueError(f"Field names cannot start with an underscore: {name!r}")
        if name in seen:
            raise ValueError(f"Encountered duplicate field name: {name!r}")
        seen.add(name)


def named_tuple_class(typename, fields, defaults, module):
    """The class for `namedtuple` and `typing.NamedTuple`."""
    signature = Signature(f"{typename}.__new__", fields, defaults)

    def __new__(cls, /, *args, **kwargs):
        if not kwargs and len(args) == len(fields):
            return tuple.__new__(cls, args)
        return tuple.__new__(cls, signature.bind(args, kwargs).values())

    def _make(cls, iterable):
        result = tuple.__new__(cls, iterable)
        if len(result) != len(fields):
            raise TypeError(f"Expected {len(fields)} arguments, got {len(result)}")
        return result

    def _replace(self, /, **kwds):
        result = self._make(kwds.pop(name, value) for name, value in zip(fields, self))
        if kwds:
            raise ValueError(f"Got unexpected field names: {list(kwds)!r}")
        return result

    def _asdict(self):
        return dict(zip(fields, self))

    def __repr__(self):
        items = ", ".join(f"{name}={value!r}" for name, value in zip(fields, self))
        return f"{type(self).__name__}({items})"

    def __getnewargs__(self):
        return tuple(self)

    namespace = {
        "__doc__": f"{typename}({', '.join(fields)})",
        "__module__": module,
        "__slots__": (),
        "_fields": fields,
        "_field_defaults": defaults,
        "__match_args__": fields,
        "__new__": __new__,
        "_make": classmethod(_make),
        "_replace": _replace,
        "_asdict": _asdict,
        "__repr__": __repr__,
        "__getnewargs__": __getnewargs__,
    }
    for index, name in enumerate(fields):
        namespace[name] = _Field(index)
    return type(typename, (tuple,), namespace)


class _MappingMethods:
    """What a mapping has that only defines how to read items, iterate and count."""

    # Patterns of `match` take it for a mapping.
    __abc_tpflags__ = 64

    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True

    def get(self, key, default=None):
        """The value of `key`, or `default`."""
        try:
            return self[key]
        except KeyError:
            return default

    def keys(self):
        """The keys, as a view."""
        return _views().KeysView(self)

    def items(self):
        """Keys and values, as a view."""
        return _views().ItemsView(self)

    def values(self):
        """The values, as a view."""
        return _views().ValuesView(self)

    def __eq__(self, other):
        if not _is_mapping(other):
            return NotImplemented
        return dict(self.items()) == dict(other.items())

    __hash__ = None

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
        pairs = other.items() if hasattr(other, "items") else other
        for key, value in pairs:
            self[key] = value
        for key, value in kwds.items():
            self[key] = value

    def setdefault(self, key, default=None):
        """The value of `key`, which becomes `default` if there is none."""
        if key not in self:
            self[key] = default
        return self[key]


def _views():
    """The module with the views of mappings that are no dicts."""
    import collections.abc

    return collections.abc


class ChainMap(_MappingMethods):
    """Several mappings as one: the first that has a key answers, the first is written."""

    def __init__(self, *maps):
        self.maps = list(maps) or [{}]

    def __missing__(self, key):
        raise KeyError(key)

    def __getitem__(self, key):
        for mapping in self.maps:
            try:
                return mapping[key]
            except KeyError:
                continue
        return self.__missing__(key)

    def get(self, key, default=None):
        """The value of `key`, or `default`."""
        return self[key] if key in self else default

    def __len__(self):
        return len(self._merged())

    def __iter__(self):
        return iter(self._merged())

    def _merged(self):
        merged = {}
        for mapping in reversed(self.maps):
            merged.update(dict.fromkeys(mapping))
        return merged

    def __contains__(self, key):
        return any(key in mapping for mapping in self.maps)

    def __bool__(self):
        return any(self.maps)

    def __repr__(self):
        return guarded(self, "...", _chain_text)

    @classmethod
    def fromkeys(cls, iterable, *args):
        """A chain of one dict made from keys."""
        return cls(dict.fromkeys(iterable, *args))

    def copy(self):
        """A chain with a copy of the first mapping and the same others."""
        return type(self)(self.maps[0].copy(), *self.maps[1:])

    __copy__ = copy

    def new_child(self, m=None, **kwargs):
        """A chain with another mapping in front."""
        if m is None:
            m = kwargs
        elif kwargs:
            m.update(kwargs)
        return type(self)(m, *self.maps)

    @property
    def parents(self):
        """The chain without its first mapping."""
        return type(self)(*self.maps[1:])

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def __delitem__(self, key):
        try:
            del self.maps[0][key]
        except KeyError:
            raise KeyError(f"Key not found in the first mapping: {key!r}") from None

    def popitem(self):
        """Remove and return an item of the first mapping."""
        try:
            return self.maps[0].popitem()
        except KeyError:
            raise KeyError("No keys found in the first mapping.") from None

    def pop(self, key, *args):
        """Remove a key of the first mapping and return its value."""
        try:
            return self.maps[0].pop(key, *args)
        except KeyError:
            raise KeyError(f"Key not found in the first mapping: {key!r}") from None

    def clear(self):
        """Empty the first mapping."""
        self.maps[0].clear()

    def __or__(self, other):
        if not _is_mapping(other):
            return NotImplemented
        result = self.copy()
        result.maps[0].update(other)
        return result

    def __ior__(self, other):
        self.maps[0].update(other)
        return self


def _chain_text(chain):
    return f"{type(chain).__name__}({', '.join(map(repr, chain.maps))})"


class UserDict(_MappingMethods):
    """A mapping to derive from, whose items are in the dict `data`."""

    def __init__(self, dict=None, /, **kwargs):
        self.data = {}
        if dict is not None:
            self.update(dict)
        if kwargs:
            self.update(kwargs)

    def __len__(self):
        return len(self.data)

    def __getitem__(self, key):
        if key in self.data:
            return self.data[key]
        if hasattr(type(self), "__missing__"):
            return type(self).__missing__(self, key)
        raise KeyError(key)

    def __setitem__(self, key, item):
        self.data[key] = item

    def __delitem__(self, key):
        del self.data[key]

    def __iter__(self):
        return iter(self.data)

    def __contains__(self, key):
        return key in self.data

    def __repr__(self):
        return repr(self.data)

    def __or__(self, other):
        if isinstance(other, UserDict):
            return type(self)(self.data | other.data)
        if isinstance(other, dict):
            return type(self)(self.data | other)
        return NotImplemented

    def __ior__(self, other):
        self.data |= other.data if isinstance(other, UserDict) else other
        return self

    def copy(self):
        """A shallow copy."""
        result = type(self)()
        result.__dict__.update(self.__dict__)
        result.data = self.data.copy()
        return result

    __copy__ = copy

    @classmethod
    def fromkeys(cls, iterable, value=None):
        """An instance whose keys come from `iterable`, all with one value."""
        result = cls()
        for key in iterable:
            result[key] = value
        return result


class UserList:
    """A sequence to derive from, whose items are in the list `data`."""

    __abc_tpflags__ = 32

    def __init__(self, initlist=None):
        self.data = [] if initlist is None else list(initlist)

    def __repr__(self):
        return repr(self.data)

    def _plain(self, other):
        return other.data if isinstance(other, UserList) else other

    def __lt__(self, other):
        return self.data < self._plain(other)

    def __le__(self, other):
        return self.data <= self._plain(other)

    def __eq__(self, other):
        return self.data == self._plain(other)

    def __gt__(self, other):
        return self.data > self._plain(other)

    def __ge__(self, other):
        return self.data >= self._plain(other)

    __hash__ = None

    def __contains__(self, item):
        return item in self.data

    def __len__(self):
        return len(self.data)

    def __iter__(self):
        position = 0
        while position < len(self):
            yield self[position]
            position += 1

    def __reversed__(self):
        for position in range(len(self) - 1, -1, -1):
            yield self[position]

    def __getitem__(self, i):
        return type(self)(self.data[i]) if isinstance(i, slice) else self.data[i]

    def __setitem__(self, i, item):
        self.data[i] = item

    def __delitem__(self, i):
        del self.data[i]

    def __add__(self, other):
        return type(self)(self.data + list(self._plain(other)))

    def __radd__(self, other):
        return type(self)(list(self._plain(other)) + self.data)

    def __iadd__(self, other):
        self.data += self._plain(other)
        return self

    def __mul__(self, n):
        return type(self)(self.data * n)

    __rmul__ = __mul__

    def __imul__(self, n):
        self.data *= n
        return self

    def append(self, item):
        """Add at the end."""
        self.data.append(item)

    def insert(self, i, item):
        """Add before position `i`."""
        self.data.insert(i, item)

    def pop(self, i=-1):
        """Remove and return an item."""
        return self.data.pop(i)

    def remove(self, item):
        """Remove the first item equal to `item`."""
        self.data.remove(item)

    def clear(self):
        """Remove everything."""
        self.data.clear()

    def copy(self):
        """A shallow copy."""
        return type(self)(self)

    __copy__ = copy

    def count(self, item):
        """How many items are equal to `item`."""
        return self.data.count(item)

    def index(self, item, *args):
        """The position of the first item equal to `item`."""
        return self.data.index(item, *args)

    def reverse(self):
        """Reverse in place."""
        self.data.reverse()

    def sort(self, /, *args, **kwds):
        """Sort in place."""
        self.data.sort(*args, **kwds)

    def extend(self, other):
        """Add all items of `other`."""
        self.data.extend(self._plain(other))


# Methods of strings that give a string, and others.
_GIVE_STRINGS = (
    "capitalize", "casefold", "center", "expandtabs", "ljust", "lower", "lstrip", "removeprefix",
    "removesuffix", "replace", "rjust", "rstrip", "strip", "swapcase", "title", "translate", "upper",
    "zfill",
)
_GIVE_OTHERS = (
    "count", "encode", "endswith", "find", "format", "format_map", "index", "isalnum", "isalpha",
    "isascii", "isdecimal", "isdigit", "isidentifier", "islower", "isnumeric", "isprintable",
    "isspace", "istitle", "isupper", "join", "partition", "rfind", "rindex", "rpartition", "rsplit",
    "split", "splitlines", "startswith",
)


def _make_user_string():
    class UserString(_views().Sequence):
        """A string to derive from, which is in `data`."""

        __module__ = "collections"
        __qualname__ = "UserString"

        def __init__(self, seq):
            self.data = str(seq)

        def __str__(self):
            return self.data

        def __repr__(self):
            return repr(self.data)

        def __int__(self):
            return int(self.data)

        def __float__(self):
            return float(self.data)

        def __hash__(self):
            return hash(self.data)

        def __eq__(self, string):
            return self.data == plain(string)

        def __lt__(self, string):
            return self.data < plain(string)

        def __le__(self, string):
            return self.data <= plain(string)

        def __gt__(self, string):
            return self.data > plain(string)

        def __ge__(self, string):
            return self.data >= plain(string)

        def __contains__(self, char):
            return plain(char) in self.data

        def __len__(self):
            return len(self.data)

        def __getitem__(self, index):
            return type(self)(self.data[index])

        def __add__(self, other):
            return type(self)(self.data + str(other))

        def __radd__(self, other):
            return type(self)(str(other) + self.data)

        def __mul__(self, n):
            return type(self)(self.data * n)

        __rmul__ = __mul__

        def __mod__(self, args):
            return type(self)(self.data % args)

        def __rmod__(self, template):
            return type(self)(str(template) % self)

        maketrans = str.maketrans

    def plain(value):
        return value.data if isinstance(value, UserString) else value

    def add(name, gives_string):
        def method(self, /, *args, **kwargs):
            found = getattr(self.data, name)(*map(plain, args), **kwargs)
            return type(self)(found) if gives_string else found

        method.__name__ = name
        method.__qualname__ = f"UserString.{name}"
        setattr(UserString, name, method)

    for names in (_GIVE_STRINGS, _GIVE_OTHERS):
        for name in names:
            add(name, names is _GIVE_STRINGS)
    return UserString


def __getattr__(name):
    global UserString
    if name == "abc":
        return _views()
    if name == "UserString":
        UserString = _make_user_string()
        return UserString
    raise AttributeError(f"module 'collections' has no attribute {name!r}")
