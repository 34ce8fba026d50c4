"""The loop's timers: a heap of deadlines."""

import heapq

__atomic__ = True

# Cancelled timers stay in the heap until they are due, unless they come to be this many.
_MIN_TIMERS = 100
_MAX_CANCELLED = 0.5


class Deadline(float):
    """A timer's place in the heap. It is a number, so that comparing two runs no Python code."""


class Timers:
    """Timer handles by the time at which they are due."""

    def __init__(self):
        self._heap = []
        self._cancelled = 0

    def add(self, handle):
        """Take in a timer."""
        deadline = Deadline(handle.when())
        deadline.handle = handle
        handle._scheduled = True
        heapq.heappush(self._heap, deadline)

    def cancelled(self):
        """A timer in the heap was cancelled."""
        self._cancelled += 1

    def tidy(self):
        """Drop cancelled timers: those at the top, or all when they are the greater part."""
        count = len(self._heap)
        if count > _MIN_TIMERS and self._cancelled / count > _MAX_CANCELLED:
            kept = []
            for deadline in self._heap:
                if deadline.handle.cancelled():
                    deadline.handle._scheduled = False
                else:
                    kept.append(deadline)
            heapq.heapify(kept)
            self._heap = kept
            self._cancelled = 0
            return
        while self._heap and self._heap[0].handle.cancelled():
            self._cancelled -= 1
            self._pop()

    def first(self):
        """The earliest deadline, None when there is no timer."""
        return self._heap[0].handle.when() if self._heap else None

    def due(self, end):
        """Take out the timers that are due before `end`, in the heap's order."""
        while self._heap and self._heap[0] < end:
            yield self._pop()

    def clear(self):
        """Forget all timers."""
        self._heap.clear()

    def _pop(self):
        handle = heapq.heappop(self._heap).handle
        handle._scheduled = False
        return handle
