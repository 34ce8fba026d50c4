"""Queues between greenlets."""

import _interleave
import collections
import heapq
from gevent.event import Event
from gevent.hub import Waiter, get_hub
from gevent.timeout import Timeout
from greenlet import getcurrent
from queue import Empty, Full

__atomic__ = True


class ShutDown(Exception):
    """A queue lets nothing more in."""

    __module__ = "gevent._gevent_cqueue"


class SimpleQueue:
    """First in, first out; with `maxsize`, `put` waits for room."""

    is_shutdown = False

    def __init__(self, maxsize=None, items=()):
        self._maxsize = maxsize if maxsize is not None and maxsize > 0 else None
        self._getters = collections.deque()
        self._putters = collections.deque()
        self._unlock_due = None
        self.queue = self._create(items)

    # What makes the order, for subclasses to override.

    def _create(self, items):
        return collections.deque(items)

    def _get(self):
        return self.queue.popleft()

    def _peek(self):
        return self.queue[0]

    def _put(self, item):
        self.queue.append(item)

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x}{self._format()}>"

    def __str__(self):
        return f"<{type(self).__name__}{self._format()}>"

    def _format(self):
        text = "" if self._maxsize is None else f" maxsize={self._maxsize}"
        if self.queue:
            text += f" queue={self.queue!r}"
        if self._getters:
            text += f" getters[{len(self._getters)}]"
        if self._putters:
            text += f" putters[{len(self._putters)}]"
        return text

    def __len__(self):
        return self.qsize()

    def __bool__(self):
        return True

    @property
    def maxsize(self):
        """How many items there is room for; None without a limit."""
        return self._maxsize

    def copy(self):
        """A queue with the same items."""
        return type(self)(self.maxsize, self.queue)

    def qsize(self):
        """How many items there are."""
        return len(self.queue)

    def empty(self):
        """Whether there are no items."""
        return not self.qsize()

    def full(self):
        """Whether there is no room."""
        return self._maxsize is not None and self.qsize() >= self._maxsize

    def put(self, item, block=True, timeout=None):
        """Put an item in, waiting for room if need be; Full when there was none in time."""
        if self.is_shutdown:
            raise ShutDown
        if not self.full():
            self._put(item)
            _interleave.tell("put", self, self.qsize())
            if self._getters:
                self._schedule_unlock()
            return
        if not block:
            raise Full
        waiter = Waiter()
        self._wait(waiter, (waiter, item), self._putters, self._getters, timeout, Full)

    def put_nowait(self, item):
        """Put an item in, or raise Full."""
        self.put(item, block=False)

    def get(self, block=True, timeout=None):
        """Take an item out, waiting for one if need be; Empty when there was none in time."""
        return self._take(self._get, block, timeout)

    def get_nowait(self):
        """Take an item out, or raise Empty."""
        return self.get(block=False)

    def peek(self, block=True, timeout=None):
        """The next item, which stays in the queue."""
        return self._take(self._peek, block, timeout)

    def peek_nowait(self):
        """The next item, which stays in the queue, or Empty."""
        return self.peek(block=False)

    def __iter__(self):
        return self

    def __next__(self):
        item = self.get()
        if item is StopIteration:
            raise item
        return item

    def _take(self, method, block, timeout):
        if not self.qsize():
            if self.is_shutdown:
                raise ShutDown
            if not block:
                raise Empty
            waiter = Waiter()
            self._wait(waiter, waiter, self._getters, self._putters, timeout, Empty)
        elif self._putters:
            self._schedule_unlock()
        item = method()
        _interleave.tell("get", self, self.qsize())
        return item

    def _wait(self, waiter, entry, row, others, timeout, too_late):
        """Stand in a row until `_unlock` calls."""
        row.append(entry)
        limit = Timeout.start_new(timeout)
        try:
            if others:
                self._schedule_unlock()
            _interleave.tell("task suspended", getcurrent(), (self, "ready"))
            waiter.get()
        except Timeout as expired:
            if expired is limit:
                raise too_late from None
            raise
        finally:
            limit.cancel()
            if entry in row:
                row.remove(entry)

    def _schedule_unlock(self):
        if not self._unlock_due:
            self._unlock_due = get_hub().loop.run_callback(self._unlock)

    def _unlock(self):
        """In the hub: let in who waits to put, and then who waits to get, as long as that helps."""
        going = True
        while going:
            going = False
            if self._putters and not self.full():
                waiter, item = self._putters.popleft()
                self._put(item)
                _interleave.tell("put", self, self.qsize())
                waiter.switch()
                going = True
            if self._getters and self.qsize():
                self._getters.popleft().switch()
                going = True


class Queue(SimpleQueue):
    """A queue that knows how many of its items have been dealt with."""

    def __init__(self, maxsize=None, items=(), unfinished_tasks=None):
        SimpleQueue.__init__(self, maxsize, items)
        self.unfinished_tasks = unfinished_tasks or len(self.queue)
        self._cond = Event()
        _interleave.belongs(self._cond, self)
        if not self.unfinished_tasks:
            self._cond.set()

    def _format(self):
        text = SimpleQueue._format(self)
        if self.unfinished_tasks:
            text += f" tasks={self.unfinished_tasks} _cond={self._cond}"
        return text

    def put(self, item, block=True, timeout=None):
        """Put an item in, waiting for room if need be; Full when there was none in time."""
        SimpleQueue.put(self, item, block, timeout)

    def _put(self, item):
        self._insert(item)
        self.unfinished_tasks += 1
        self._cond.clear()

    def _insert(self, item):
        self.queue.append(item)

    def task_done(self):
        """An item that was taken out has been dealt with."""
        if self.unfinished_tasks <= 0:
            raise ValueError("task_done() called too many times")
        self.unfinished_tasks -= 1
        _interleave.tell("task_done", self, self.unfinished_tasks)
        if self.unfinished_tasks == 0:
            self._cond.set()

    def join(self, timeout=None):
        """Wait until all items that were put in have been dealt with."""
        return self._cond.wait(timeout)


    def shutdown(self, immediate=False):
        """Let nothing more in; those who wait, and those who find it empty, get ShutDown."""
        self.is_shutdown = True
        if immediate:
            while self.queue:
                self._get()
                self.task_done()
        for waiter in self._getters:
            self._fail(waiter)
        for waiter, _ in self._putters:
            self._fail(waiter)
        self._getters.clear()
        self._putters.clear()

    def _fail(self, waiter):
        get_hub().loop.run_callback(waiter.throw, ShutDown())


JoinableQueue = Queue


class PriorityQueue(Queue):
    """The smallest item comes out first."""

    def _create(self, items):
        heap = list(items)
        heapq.heapify(heap)
        return heap

    def _get(self):
        return heapq.heappop(self.queue)

    def _insert(self, item):
        heapq.heappush(self.queue, item)


class LifoQueue(Queue):
    """The newest item comes out first."""

    def _create(self, items):
        return list(items)

    def _get(self):
        return self.queue.pop()

    def _peek(self):
        return self.queue[-1]


class Channel:
    """A place where who puts waits for who gets."""

    def __init__(self, maxsize=1):
        if maxsize != 1:
            raise ValueError("Channels have a maxsize of 1")
        self.getters = collections.deque()
        self.putters = collections.deque()
        self._unlock_due = None

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x} {self._format()}>"

    def __str__(self):
        return f"<{type(self).__name__} {self._format()}>"

    def _format(self):
        text = f" getters[{len(self.getters)}]" if self.getters else ""
        return text + (f" putters[{len(self.putters)}]" if self.putters else "")

    @property
    def balance(self):
        """How many more wait to put than to get."""
        return len(self.putters) - len(self.getters)

    def qsize(self):
        """There are never items."""
        return 0

    def empty(self):
        """There are never items."""
        return True

    def full(self):
        """There is never room."""
        return True

    def put(self, item, block=True, timeout=None):
        """Hand an item to who gets; Full if nobody did in time."""
        waiter = Waiter()
        self._meet(self.putters, (item, waiter), self.getters, waiter, block, timeout, Full)

    def put_nowait(self, item):
        """Hand an item over if somebody waits for one, or raise Full."""
        self.put(item, block=False)

    def get(self, block=True, timeout=None):
        """Get an item from who puts; Empty if nobody did in time."""
        waiter = Waiter()
        return self._meet(self.getters, waiter, self.putters, waiter, block, timeout, Empty)

    def get_nowait(self):
        """Get an item if somebody waits to put one, or raise Empty."""
        return self.get(block=False)

    def __iter__(self):
        return self

    def __next__(self):
        item = self.get()
        if item is StopIteration:
            raise item
        return item

    def _meet(self, row, entry, others, waiter, block, timeout, too_late):
        """Stand in a row until somebody comes in the other one; returns what is passed on."""
        if not block and not others:
            raise too_late
        row.append(entry)
        limit = Timeout.start_new(timeout if block else None)
        try:
            if others:
                self._schedule_unlock()
            return waiter.get()
        except Timeout as expired:
            if expired is limit:
                raise too_late from None
            raise
        finally:
            limit.cancel()
            if entry in row:
                row.remove(entry)

    def _schedule_unlock(self):
        if not self._unlock_due:
            self._unlock_due = get_hub().loop.run_callback(self._unlock)

    def _unlock(self):
        """In the hub: bring together who waits."""
        while self.getters and self.putters:
            getter = self.getters.popleft()
            item, putter = self.putters.popleft()
            getter.switch(item)
            putter.switch()
