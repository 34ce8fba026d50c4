"""A list as a heap: every item is at most as large as the two at twice its index.

The steps are those of CPython, item by item, since programs print their heaps.
"""

__atomic__ = True
__all__ = (
    "heappush", "heappop", "heapify", "heapreplace", "merge", "nlargest", "nsmallest",
    "heappushpop",
)


def heappush(heap, item, /):
    """Add an item."""
    heap.append(item)
    _rise(heap, 0, len(heap) - 1)


def heappop(heap, /):
    """Remove and return the smallest item."""
    if not heap:
        raise IndexError("index out of range")
    last = heap.pop()
    if not heap:
        return last
    smallest = heap[0]
    heap[0] = last
    _sink(heap, 0)
    return smallest


def heapreplace(heap, item, /):
    """Remove and return the smallest item, then add one."""
    if not heap:
        raise IndexError("index out of range")
    smallest = heap[0]
    heap[0] = item
    _sink(heap, 0)
    return smallest


def heappushpop(heap, item, /):
    """Add an item, then remove and return the smallest."""
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _sink(heap, 0)
    return item


def heapify(heap, /):
    """Rearrange a list into a heap."""
    for index in reversed(range(len(heap) // 2)):
        _sink(heap, index)


def _rise(heap, top, index):
    """Move the item at `index` towards `top` until its parent is not larger."""
    item = heap[index]
    while index > top:
        parent = (index - 1) // 2
        if not item < heap[parent]:
            break
        heap[index] = heap[parent]
        index = parent
    heap[index] = item


def _sink(heap, top):
    """Fill the place at `top` from below, then let its item rise from the leaf.

    The item usually came from a leaf and belongs near one: this way it is compared less.
    """
    item = heap[top]
    end = len(heap)
    index = top
    child = 2 * index + 1
    while child < end:
        if child + 1 < end and not heap[child] < heap[child + 1]:
            child += 1
        heap[index] = heap[child]
        index = child
        child = 2 * index + 1
    heap[index] = item
    _rise(heap, top, index)


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
