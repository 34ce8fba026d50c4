"""A list as a heap: every item is at most as large as the two at twice its index.

The steps are those of CPython, item by item, since programs print their heaps.
"""

from _interleave import heap_rise, heap_sink

__atomic__ = True
__all__ = (
    "heappush", "heappop", "heapify", "heapreplace", "merge", "nlargest", "nsmallest",
    "heappushpop",
)


def heappush(heap, item, /):
    """Add an item."""
    heap.append(item)
    heap_rise(heap, 0, len(heap) - 1)


def heappop(heap, /):
    """Remove and return the smallest item."""
    if not heap:
        raise IndexError("index out of range")
    last = heap.pop()
    if not heap:
        return last
    smallest = heap[0]
    heap[0] = last
    heap_sink(heap, 0)
    return smallest


def heapreplace(heap, item, /):
    """Remove and return the smallest item, then add one."""
    if not heap:
        raise IndexError("index out of range")
    smallest = heap[0]
    heap[0] = item
    heap_sink(heap, 0)
    return smallest


def heappushpop(heap, item, /):
    """Add an item, then remove and return the smallest."""
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        heap_sink(heap, 0)
    return item


def heapify(heap, /):
    """Rearrange a list into a heap."""
    for index in reversed(range(len(heap) // 2)):
        heap_sink(heap, index)


def nsmallest(n, iterable, key=None):
    """The `n` smallest items, smallest first."""
    return sorted(iterable, key=key)[: max(n, 0)]


def nlargest(n, iterable, key=None):
    """The `n` largest items, largest first."""
    return sorted(iterable, key=key, reverse=True)[: max(n, 0)]


class _Source:
    """An iterator with its next value, compared by key and then by position."""

    __slots__ = ("value", "key", "position", "rest", "reverse")

    def __init__(self, value, key, position, rest, reverse):
        self.value = value
        self.key = key
        self.position = position
        self.rest = rest
        self.reverse = reverse

    def __lt__(self, other):
        first, second = (other, self) if self.reverse else (self, other)
        if first.key < second.key:
            return True
        if second.key < first.key:
            return False
        return self.position < other.position


def merge(*iterables, key=None, reverse=False):
    """The items of sorted iterables in sorted order, without sorting them all."""
    heap = []
    for position, iterable in enumerate(iterables):
        rest = iter(iterable)
        for value in rest:
            rank = value if key is None else key(value)
            heap.append(_Source(value, rank, position, rest, reverse))
            break
    heapify(heap)
    while heap:
        source = heap[0]
        yield source.value
        for value in source.rest:
            source.value = value
            source.key = value if key is None else key(value)
            heapreplace(heap, source)
            break
        else:
            heappop(heap)
