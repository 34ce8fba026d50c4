"""The loop's timers: a heap of deadlines."""

import heapq
from _interleave import blank_instance, set_base

__atomic__ = True

# Cancelled timers stay in the heap until they are due, unless they come to be this many.
_MIN_TIMERS = 100
_MAX_CANCELLED = 0.5


class Deadline(float):
    """A timer's place in the heap. It is a number, so that comparing two runs no Python code."""


class Timers:
    """Timer handles by the time at which they are due."""

    def __init__(self):
        # Read by the loop, which need not ask for what is due where there is nothing.
        self.heap = []
        self._cancelled = 0

    def add(self, handle):
        """Take in a timer."""
        # As `Deadline(when)` does, in fewer instructions.
        deadline = blank_instance(Deadline)
        set_base(deadline, float(handle._when))
        deadline.handle = handle
        handle._scheduled = True
        heapq.heappush(self.heap, deadline)

    def cancelled(self):
        """A timer in the heap was cancelled."""
        self._cancelled += 1

    def tidy(self):
        """Drop cancelled timers: those at the top, or all when they are the greater part."""
        if not self._cancelled:
            return
        count = len(self.heap)
        if count > _MIN_TIMERS and self._cancelled / count > _MAX_CANCELLED:
            kept = []
            for deadline in self.heap:
                if deadline.handle._cancelled:
                    deadline.handle._scheduled = False
                else:
                    kept.append(deadline)
            heapq.heapify(kept)
            self.heap = kept
            self._cancelled = 0
            return
        while self.heap and self.heap[0].handle._cancelled:
            self._cancelled -= 1
            self._pop()

    def first(self):
        """The earliest deadline, None when there is no timer."""
        return self.heap[0].handle._when if self.heap else None

    def move_due(self, end, ready):
        """Move the timers that are due before `end` to a list, in the heap's order."""
        while self.heap and self.heap[0] < end:
            ready.append(self._pop())

    def clear(self):
        """Forget all timers."""
        self.heap.clear()

    def _pop(self):
        handle = heapq.heappop(self.heap).handle
        handle._scheduled = False
        return handle
