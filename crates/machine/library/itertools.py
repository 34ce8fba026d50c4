"""Building blocks of iterators.

Most are generators; arguments are checked when the function is called, not at the first
item.
"""

from operator import index

__atomic__ = True
__all__ = (
    "accumulate", "chain", "combinations", "combinations_with_replacement", "compress",
    "count", "cycle", "dropwhile", "filterfalse", "groupby", "islice", "pairwise",
    "permutations", "product", "repeat", "starmap", "takewhile", "tee", "zip_longest",
)


class _Missing:
    """Stands for an argument that was not given."""


class count:
    """Numbers from `start` on, `step` apart."""

    __slots__ = ("_next", "_step")

    def __init__(self, start=0, step=1):
        for value in (start, step):
            if not hasattr(value, "__add__") or isinstance(value, (str, list, tuple)):
                raise TypeError("a number is required")
        self._next = start
        self._step = step

    def __iter__(self):
        return self

    def __next__(self):
        value = self._next
        self._next = value + self._step
        return value

    def __repr__(self):
        step = "" if type(self._step) is int and self._step == 1 else f", {self._step!r}"
        return f"count({self._next!r}{step})"

    def __reduce__(self):
        return count, (self._next, self._step)


class repeat:
    """One object for ever, or a number of times."""

    __slots__ = ("_object", "_times")

    def __init__(self, object, times=None):
        self._object = object
        self._times = times if times is None else max(index(times), 0)

    def __iter__(self):
        return self

    def __next__(self):
        if self._times is not None:
            if self._times == 0:
                raise StopIteration
            self._times -= 1
        return self._object

    def __length_hint__(self):
        if self._times is None:
            raise TypeError("len() of unsized object")
        return self._times

    def __repr__(self):
        times = "" if self._times is None else f", {self._times}"
        return f"repeat({self._object!r}{times})"


def cycle(iterable, /):
    """The items of an iterable, over and over."""
    return _cycle(iter(iterable))


def _cycle(items):
    saved = []
    for item in items:
        yield item
        saved.append(item)
    while saved:
        yield from saved


def accumulate(iterable, func=None, *, initial=None):
    """Running totals, or the running results of another function of two arguments."""
    return _accumulate(iter(iterable), func, initial)


def _accumulate(items, func, total):
    if total is None:
        for total in items:
            break
        else:
            return
    yield total
    for item in items:
        total = total + item if func is None else func(total, item)
        yield total


class chain:
    """The items of one iterable after the other."""

    def __new__(cls, *iterables):
        return _chain(iter(iterables))

    @staticmethod
    def from_iterable(iterable, /):
        """The same for iterables that come from an iterable."""
        return _chain(iter(iterable))


def _chain(iterables):
    for iterable in iterables:
        # Not `yield from`, whose result would be asked to take what is sent.
        for item in iterable:
            yield item


def compress(data, selectors):
    """The items of `data` whose selector is true."""
    return _compress(iter(data), iter(selectors))


def _compress(data, selectors):
    for item, selected in zip(data, selectors):
        if selected:
            yield item


def dropwhile(predicate, iterable, /):
    """The items from the first one on for which the predicate is false."""
    return _dropwhile(predicate, iter(iterable))


def _dropwhile(predicate, items):
    for item in items:
        if not predicate(item):
            yield item
            break
    for item in items:
        yield item


def takewhile(predicate, iterable, /):
    """The items before the first one for which the predicate is false."""
    return _takewhile(predicate, iter(iterable))


def _takewhile(predicate, items):
    for item in items:
        if not predicate(item):
            return
        yield item


def filterfalse(function, iterable, /):
    """The items for which the function is false."""
    return _filterfalse(function, iter(iterable))


def _filterfalse(function, items):
    for item in items:
        if not (item if function is None else function(item)):
            yield item


class groupby:
    """Runs of items with equal keys: pairs of the key and an iterator of the run."""

    __slots__ = ("_items", "_key", "_wanted", "_current", "_value", "_run")

    def __init__(self, iterable, key=None):
        self._items = iter(iterable)
        self._key = key
        self._wanted = _Missing
        self._current = _Missing
        self._value = None
        self._run = None

    def __iter__(self):
        return self

    def __next__(self):
        # An older run ends, even if nobody has read all of it.
        self._run = None
        while self._current is self._wanted or self._current == self._wanted:
            self._advance()
        self._wanted = self._current
        run = _Run(self)
        self._run = run
        return self._current, run

    def _advance(self):
        value = next(self._items)
        key = value if self._key is None else self._key(value)
        self._value = value
        self._current = key


class _Run:
    """The items of one run, as long as it is the groupby's latest."""

    __slots__ = ("_groupby", "_key")

    def __init__(self, owner):
        self._groupby = owner
        self._key = owner._wanted

    def __iter__(self):
        return self

    def __next__(self):
        owner = self._groupby
        if owner._run is not self:
            raise StopIteration
        if owner._value is _Missing:
            owner._advance()
        if not (owner._current is self._key or owner._current == self._key):
            raise StopIteration
        value = owner._value
        owner._value = _Missing
        return value


def islice(iterable, /, *args):
    """Like a slice of a sequence, of any iterable: islice(iterable, [start,] stop[, step])."""
    if not args:
        raise TypeError("islice expected at least 2 arguments, got 1")
    if len(args) > 3:
        raise TypeError(f"islice expected at most 4 arguments, got {1 + len(args)}")
    bounds = slice(*args)
    if len(args) == 1 and not _is_bound(bounds.stop):
        raise ValueError(
            "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize."
        )
    if not _is_bound(bounds.start) or not _is_bound(bounds.stop):
        raise ValueError(
            "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize."
        )
    step = 1 if bounds.step is None else bounds.step
    if not _is_bound(step) or step == 0:
        raise ValueError("Step for islice() must be a positive integer or None.")
    return _islice(iter(iterable), bounds.start or 0, bounds.stop, step)


def _is_bound(value):
    return value is None or (hasattr(value, "__index__") and 0 <= value.__index__() < 2**63)


def _islice(items, start, stop, step):
    position = 0
    wanted = start
    # Items before `stop` are taken even when none of them is wanted any more.
    while stop is None or position < stop:
        for item in items:
            break
        else:
            return
        if position == wanted:
            yield item
            wanted += step
            if stop is not None and wanted >= stop:
                wanted = stop
        position += 1


def pairwise(iterable, /):
    """Overlapping pairs of neighbours."""
    return _pairwise(iter(iterable))


def _pairwise(items):
    for before in items:
        break
    else:
        return
    for item in items:
        yield before, item
        before = item


def starmap(function, iterable, /):
    """The function's results, called with each item's items as arguments."""
    return _starmap(function, iter(iterable))


def _starmap(function, items):
    for arguments in items:
        yield function(*arguments)


class _Branch:
    """One of several independent iterators over the same items.

    The items not yet seen by all are links: pairs of an item and the next link, each
    filled by the first branch that comes there.
    """

    __slots__ = ("_items", "_link")

    def __init__(self, items, link):
        self._items = items
        self._link = link

    def __iter__(self):
        return self

    def __next__(self):
        link = self._link
        if not link:
            item = next(self._items)
            # Another branch may have come here while the item was made.
            if not link:
                link.append(item)
                link.append([])
        self._link = link[1]
        return link[0]

    def __copy__(self):
        return _Branch(self._items, self._link)


def tee(iterable, n=2, /):
    """Several independent iterators from one."""
    if n < 0:
        raise ValueError("n must be >= 0")
    items = iter(iterable)
    if isinstance(items, _Branch):
        return tuple(_Branch(items._items, items._link) for _ in range(n))
    link = []
    return tuple(_Branch(items, link) for _ in range(n))


def zip_longest(*iterables, fillvalue=None):
    """Like zip, until the longest iterable ends; `fillvalue` stands for what is missing."""
    return _zip_longest(list(map(iter, iterables)), fillvalue)


def _zip_longest(iterators, fillvalue):
    running = len(iterators)
    while running:
        row = []
        for position, iterator in enumerate(iterators):
            value = fillvalue
            if iterator is not None:
                for value in iterator:
                    break
                else:
                    iterators[position] = None
                    running -= 1
                    if not running:
                        return
            row.append(value)
        yield tuple(row)


def product(*iterables, repeat=1):
    """All combinations of one item from each iterable, the last one varying fastest."""
    if repeat < 0:
        raise ValueError("repeat argument cannot be negative")
    return _product([tuple(iterable) for iterable in iterables] * repeat)


def _product(pools):
    if not all(pools):
        return
    indices = [0] * len(pools)
    while True:
        yield tuple([pool[index] for pool, index in zip(pools, indices)])
        for place in reversed(range(len(pools))):
            indices[place] += 1
            if indices[place] < len(pools[place]):
                break
            indices[place] = 0
        else:
            return


def combinations(iterable, r):
    """All choices of `r` items, in the order of the items."""
    pool = tuple(iterable)
    if r < 0:
        raise ValueError("r must be non-negative")
    return _combinations(pool, r)


def _combinations(pool, r):
    size = len(pool)
    if r > size:
        return
    indices = list(range(r))
    while True:
        yield tuple([pool[index] for index in indices])
        for place in reversed(range(r)):
            if indices[place] < size - r + place:
                break
        else:
            return
        first = indices[place] + 1
        indices[place:] = range(first, first + r - place)


def combinations_with_replacement(iterable, r):
    """All choices of `r` items, each as often as wanted, in the order of the items."""
    pool = tuple(iterable)
    if r < 0:
        raise ValueError("r must be non-negative")
    return _combinations_with_replacement(pool, r)


def _combinations_with_replacement(pool, r):
    size = len(pool)
    if not size and r:
        return
    indices = [0] * r
    while True:
        yield tuple([pool[index] for index in indices])
        for place in reversed(range(r)):
            if indices[place] < size - 1:
                break
        else:
            return
        indices[place:] = [indices[place] + 1] * (r - place)


def permutations(iterable, r=None):
    """All arrangements of `r` different items."""
    pool = tuple(iterable)
    if r is None:
        r = len(pool)
    if not isinstance(r, int):
        raise TypeError("Expected int as r")
    if r < 0:
        raise ValueError("r must be non-negative")
    return _permutations(pool, r)


def _permutations(pool, r):
    size = len(pool)
    if r > size:
        return
    indices = list(range(size))
    # How many choices are left at each place.
    left = list(range(size, size - r, -1))
    while True:
        yield tuple([pool[index] for index in indices[:r]])
        for place in reversed(range(r)):
            left[place] -= 1
            if left[place]:
                other = size - left[place]
                indices[place], indices[other] = indices[other], indices[place]
                break
            indices.append(indices.pop(place))
            left[place] = size - place
        else:
            return
