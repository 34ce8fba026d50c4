"""Queues through which threads hand things to each other."""

import _interleave
import heapq
import threading
from collections import deque

__atomic__ = True

__all__ = ("Empty", "Full", "Queue", "PriorityQueue", "LifoQueue", "SimpleQueue")


class Empty(Exception):
    """There was nothing to get."""

    __module__ = "_queue"


class Full(Exception):
    """There was no room to put."""


class Queue:
    """First in, first out. With a maxsize above zero, put() waits for room.

    Subclasses choose another order by overriding _init, _qsize, _put and _get.
    """

    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self._init(maxsize)
        # Whoever looks at or changes the queue holds the mutex, which all three
        # conditions share.
        self.mutex = _interleave.named_lock(self, "mutex")
        self.not_empty = self._condition()
        self.not_full = self._condition()
        self.all_tasks_done = self._condition()
        self.unfinished_tasks = 0

    @classmethod
    def __class_getitem__(cls, item):
        from types import GenericAlias

        return GenericAlias(cls, item)

    def _condition(self):
        condition = threading.Condition(self.mutex)
        condition._owner = self
        return condition

    def _init(self, maxsize):
        self.queue = deque()

    def _qsize(self):
        return len(self.queue)

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.popleft()

    def qsize(self):
        """How many items there are now."""
        with self.mutex:
            return self._qsize()

    def empty(self):
        """Whether there is no item now."""
        with self.mutex:
            return not self._qsize()

    def full(self):
        """Whether there is no room now."""
        with self.mutex:
            return 0 < self.maxsize <= self._qsize()

    def put(self, item, block=True, timeout=None):
        """Put an item, waiting for room if need be; raises Full when there is none."""
        with self.not_full:
            if self.maxsize > 0:
                if not self._wait(self.not_full, self._has_room, block, timeout):
                    raise Full
            self._put(item)
            self.unfinished_tasks += 1
            _interleave.tell("put", self, self._qsize())
            self.not_empty.notify()

    def get(self, block=True, timeout=None):
        """Take an item, waiting for one if need be; raises Empty when there is none."""
        with self.not_empty:
            if not self._wait(self.not_empty, self._qsize, block, timeout):
                raise Empty
            item = self._get()
            _interleave.tell("get", self, self._qsize())
            self.not_full.notify()
            return item

    def _has_room(self):
        return self._qsize() < self.maxsize

    def _wait(self, condition, is_ready, block, timeout):
        """Wait on a condition until ready, as far as block and timeout allow."""
        if block and timeout is not None and timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        ready = is_ready()
        if ready or not block or timeout == 0:
            return ready
        return condition.wait_for(is_ready, timeout)

    def put_nowait(self, item):
        """Put an item if there is room, else raise Full."""
        return self.put(item, block=False)

    def get_nowait(self):
        """Take an item if there is one, else raise Empty."""
        return self.get(block=False)

    def task_done(self):
        """Tell that an item taken earlier has been dealt with."""
        with self.all_tasks_done:
            if self.unfinished_tasks <= 0:
                raise ValueError("task_done() called too many times")
            self.unfinished_tasks -= 1
            _interleave.tell("task_done", self, self.unfinished_tasks)
            if self.unfinished_tasks == 0:
                self.all_tasks_done.notify_all()

    def join(self):
        """Wait until every item put has been dealt with."""
        with self.all_tasks_done:
            while self.unfinished_tasks:
                self.all_tasks_done.wait()


class PriorityQueue(Queue):
    """Least item first."""

    def _init(self, maxsize):
        self.queue = []

    def _put(self, item):
        heapq.heappush(self.queue, item)

    def _get(self):
        return heapq.heappop(self.queue)


class LifoQueue(Queue):
    """Last in, first out."""

    def _init(self, maxsize):
        self.queue = []

    def _get(self):
        return self.queue.pop()


class SimpleQueue:
    """First in, first out, without a limit and without counting tasks."""

    __module__ = "_queue"

    def __init__(self):
        self._items = deque()
        self._not_empty = threading._condition_of(self)

    def __reduce__(self):
        raise TypeError("cannot pickle '_queue.SimpleQueue' object")

    @classmethod
    def __class_getitem__(cls, item):
        from types import GenericAlias

        return GenericAlias(cls, item)

    def put(self, item, block=True, timeout=None):
        """Put an item. It never waits; block and timeout are there for Queue's sake."""
        with self._not_empty:
            self._items.append(item)
            _interleave.tell("put", self, len(self._items))
            self._not_empty.notify()

    def get(self, block=True, timeout=None):
        """Take an item, waiting for one if need be; raises Empty when there is none."""
        if block and timeout is not None and timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        with self._not_empty:
            if block:
                self._not_empty.wait_for(lambda: self._items, timeout)
            if not self._items:
                raise Empty
            item = self._items.popleft()
            _interleave.tell("get", self, len(self._items))
            return item

    def put_nowait(self, item):
        """Put an item."""
        self.put(item)

    def get_nowait(self):
        """Take an item if there is one, else raise Empty."""
        return self.get(block=False)

    def empty(self):
        """Whether there is no item now."""
        return not self._items

    def qsize(self):
        """How many items there are now."""
        return len(self._items)
