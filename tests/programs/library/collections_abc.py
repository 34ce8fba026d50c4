# The abstract classes of containers.
from collections import deque, OrderedDict, ChainMap
from collections.abc import (
    Iterable, Iterator, Callable, Mapping, MutableMapping, Sequence, MutableSequence, Hashable, Generator, Sized,
    Container, Collection, Set, MutableSet, Awaitable, Coroutine, Reversible, KeysView, AsyncIterable,
)
import collections.abc
values = [1, "s", [], (), {}, set(), frozenset(), range(3), iter([]), (x for x in ()), print, b"", bytearray(), deque(), OrderedDict(), ChainMap(), {}.keys(), {}.items(), {}.values(), None]
for cls in (Iterable, Iterator, Callable, Mapping, MutableMapping, Sequence, MutableSequence, Hashable, Generator, Sized, Container, Collection, Set, MutableSet, Reversible):
    print(cls.__name__, "".join("x" if isinstance(v, cls) else "." for v in values))
async def coroutine(): pass
c = coroutine()
print(isinstance(c, Awaitable), isinstance(c, Coroutine), isinstance(5, Awaitable))
c.close()
class Mine:
    def __iter__(self): return iter(())
    def __len__(self): return 0
class NoHash:
    __hash__ = None
print(isinstance(Mine(), Iterable), isinstance(Mine(), Sized), isinstance(Mine(), Container), issubclass(Mine, Iterable), isinstance(Mine, Callable), isinstance(Mine(), Callable), isinstance(NoHash(), Hashable))
class Range3(Sequence):
    def __getitem__(self, i):
        if not 0 <= i < 3:
            raise IndexError(i)
        return i * 10
    def __len__(self): return 3
r = Range3()
print(list(r), list(reversed(r)), 10 in r, r.index(20), r.count(0), isinstance(r, Sequence))
class Lower(MutableMapping):
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k.lower()]
    def __setitem__(self, k, v): self.d[k.lower()] = v
    def __delitem__(self, k): del self.d[k.lower()]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
m = Lower()
m["A"] = 1
m.update(B=2)
print(dict(m), "a" in m, m.get("zz", 0), m.pop("A"), list(m.items()), m.setdefault("C", 3), list(m.keys()), list(m.values()), m == {"b": 2, "c": 3})
for action in (Iterable, Sequence, lambda: type("Half", (Mapping,), {"__len__": len})()):
    try:
        action()
    except TypeError as error:
        print(error)
@Sequence.register
class Registered: pass
print(issubclass(Registered, Sequence), isinstance(Registered(), Iterable), collections.abc.Mapping is Mapping)
class Gen(Iterator):
    def __next__(self): raise StopIteration
print(list(Gen()))
class Bag(Set):
    def __init__(self, items): self.items = list(dict.fromkeys(items))
    def __contains__(self, x): return x in self.items
    def __iter__(self): return iter(self.items)
    def __len__(self): return len(self.items)
print(list(Bag("abc") & Bag("bcd")), list(Bag("ab") | Bag("bc")), list(Bag("ab") - Bag("b")), Bag("ab") <= Bag("abc"), Bag("ab") == Bag("ba"), Bag("a").isdisjoint(Bag("b")))
