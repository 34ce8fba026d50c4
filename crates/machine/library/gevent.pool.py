"""Groups of greenlets, with and without a limit to their number."""

from gevent.event import Event
from gevent.greenlet import Greenlet, joinall
from gevent.lock import DummySemaphore, Semaphore
from gevent.queue import SimpleQueue
from greenlet import GreenletExit
from queue import Full

__atomic__ = True


class GroupMappingMixin:
    """Calls for many items, made of a `spawn` whose results can be waited for."""

    def apply(self, func, args=None, kwds=None):
        """Call a function in a greenlet; returns the result."""
        return self.spawn(func, *(args or ()), **(kwds or {})).get()

    def apply_cb(self, func, args=None, kwds=None, callback=None):
        """Call a function, and then a callback with the result, which is returned."""
        result = self.apply(func, args, kwds)
        if callback is not None:
            Greenlet.spawn(callback, result)
        return result

    def apply_async(self, func, args=None, kwds=None, callback=None):
        """Call a function in a greenlet; returns the greenlet."""
        one = self.spawn(func, *(args or ()), **(kwds or {}))
        if callback is not None:
            one.rawlink(lambda source: Greenlet.spawn(callback, source.get()))
        return one

    def map(self, func, iterable):
        """The results for all items, in their order."""
        return list(self.imap(func, iterable))

    def map_cb(self, func, iterable, callback=None):
        """`map`, and then a callback with the results, which are returned."""
        results = self.map(func, iterable)
        if callback is not None:
            callback(results)
        return results

    def map_async(self, func, iterable, callback=None):
        """A greenlet of the results for all items."""
        one = Greenlet.spawn(self.map, func, iterable)
        if callback is not None:
            one.link(lambda source: callback(source.get()))
        return one

    def imap(self, func, *iterables):
        """The results for all items, in their order, as they come."""
        started = SimpleQueue()
        Greenlet.spawn(self._feed, func, iterables, started)
        while (one := started.get()) is not None:
            yield one.get()

    def imap_unordered(self, func, *iterables):
        """The results for all items in the order in which they come."""
        started, ended = SimpleQueue(), SimpleQueue()
        feeder = Greenlet.spawn(self._feed, func, iterables, started, ended)
        received = 0
        feeder.rawlink(lambda feeder: ended.put(None))
        while not feeder.ready() or received < feeder.value:
            one = ended.get()
            if one is not None:
                received += 1
                yield one.get()

    def _feed(self, func, iterables, started, ended=None):
        """Start a greenlet for every item, as far as there is room; returns their number."""
        count = 0
        for items in zip(*iterables):
            one = self.spawn(func, *items)
            if ended is not None:
                one.rawlink(ended.put)
            started.put(one)
            count += 1
        started.put(None)
        return count


class Group(GroupMappingMixin):
    """Greenlets that are waited for and killed together. One that has ended is no longer in it."""

    # None for Greenlet.
    greenlet_class = None

    def __init__(self, *greenlets):
        self.greenlets = dict.fromkeys(greenlets)
        self._empty = Event()
        self._empty.set()
        for one in greenlets:
            self._join_in(one)

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x} {set(self.greenlets)!r}>"

    def __len__(self):
        return len(self.greenlets)

    def __contains__(self, item):
        return item in self.greenlets

    def __iter__(self):
        return iter(list(self.greenlets))

    def add(self, one, blocking=True, timeout=None):
        """Take a greenlet in."""
        self._join_in(one)

    def _join_in(self, one):
        self.greenlets[one] = None
        self._empty.clear()
        one.rawlink(self.discard)

    def discard(self, one):
        """Let a greenlet go."""
        if one in self.greenlets:
            del self.greenlets[one]
            if not self.greenlets:
                self._empty.set()

    def start(self, one, blocking=True, timeout=None):
        """Start a greenlet and take it in."""
        self.add(one, blocking, timeout)
        one.start()

    def spawn(self, *args, **kwargs):
        """Make a greenlet, start it and take it in."""
        one = (self.greenlet_class or Greenlet)(*args, **kwargs)
        self.start(one)
        return one

    def join(self, timeout=None, raise_error=False):
        """Wait until all have ended; whether they have."""
        if raise_error:
            joinall(list(self.greenlets), timeout, raise_error=True)
        self._empty.wait(timeout)
        return not self.greenlets

    def kill(self, exception=GreenletExit, block=True, timeout=None):
        """Kill all, and wait until they have ended."""
        for one in self:
            one.kill(exception, block=False)
        if block:
            self.join(timeout)

    def killone(self, one, exception=GreenletExit, block=True, timeout=None):
        """Kill one of them."""
        if one in self.greenlets:
            one.kill(exception, block, timeout)

    def full(self):
        """Whether there is no room for more."""
        return False

    def wait_available(self, timeout=None):
        """Wait until there is room, as there always is."""


class PoolFull(Full):
    """There was no room in a pool."""


class Pool(Group):
    """A group with room for so many greenlets; `spawn` waits for room."""

    def __init__(self, size=None, greenlet_class=None):
        if size is not None and size < 0:
            raise ValueError(f"size must not be negative: {size!r}")
        Group.__init__(self)
        self.size = size
        if greenlet_class is not None:
            self.greenlet_class = greenlet_class
        self._semaphore = DummySemaphore() if size is None else Semaphore(size)

    def wait_available(self, timeout=None):
        """Wait until there is room."""
        return 1 if self.size is None else self._semaphore.wait(timeout)

    def full(self):
        """Whether there is no room for more."""
        return self.free_count() <= 0

    def free_count(self):
        """How many more there is room for."""
        return 1 if self.size is None else max(0, self.size - len(self))

    def add(self, one, blocking=True, timeout=None):
        """Take a greenlet in, waiting for room if need be; PoolFull when there was none in time."""
        if not self._semaphore.acquire(blocking, timeout):
            raise PoolFull(f"{self!r} is full")
        self._join_in(one)

    def discard(self, one):
        """Let a greenlet go."""
        is_mine = one in self.greenlets
        Group.discard(self, one)
        if is_mine:
            self._semaphore.release()
