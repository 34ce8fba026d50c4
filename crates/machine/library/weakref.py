"""References that do not keep what they refer to alive."""

from _weakref import ref

__atomic__ = True

_FIRST_SWEEP = 32


class WeakSet:
    """A set whose elements are in it, each as itself, as long as something else holds them."""

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

    def remove(self, item):
        """Take an element out; a KeyError if it is not in."""
        if item not in self:
            raise KeyError(item)
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
