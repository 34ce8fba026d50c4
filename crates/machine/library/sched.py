"""A scheduler of events: actions with a time at which they are due."""

import heapq
import threading
from time import monotonic as _monotonic
from time import sleep as _sleep

__atomic__ = True

__all__ = ("scheduler",)


class Event(tuple):
    """An action that is due at a time. Events compare by time, priority, and age."""

    _fields = ("time", "priority", "sequence", "action", "argument", "kwargs")

    def __new__(cls, time, priority, sequence, action, argument, kwargs):
        return tuple.__new__(cls, (time, priority, sequence, action, argument, kwargs))

    def __repr__(self):
        fields = (f"{name}={value!r}" for name, value in zip(self._fields, self))
        return f"Event({', '.join(fields)})"

    @property
    def time(self):
        """When the event is due."""
        return self[0]

    @property
    def priority(self):
        """Of events due at the same time, those with a lower priority come first."""
        return self[1]

    @property
    def sequence(self):
        """The number of the event, which decides when time and priority do not."""
        return self[2]

    @property
    def action(self):
        """What is called."""
        return self[3]

    @property
    def argument(self):
        """Its positional arguments."""
        return self[4]

    @property
    def kwargs(self):
        """Its keyword arguments."""
        return self[5]


class scheduler:
    """Runs events when they are due, by a clock and a way to wait given to it."""

    def __init__(self, timefunc=_monotonic, delayfunc=_sleep):
        self.timefunc = timefunc
        self.delayfunc = delayfunc
        self._queue = []
        self._lock = threading.RLock()
        self._sequence = 0

    def enterabs(self, time, priority, action, argument=(), kwargs=None):
        """Add an event for a point of time. Returns it, for cancel()."""
        with self._lock:
            kwargs = {} if kwargs is None else kwargs
            event = Event(time, priority, self._sequence, action, argument, kwargs)
            self._sequence += 1
            heapq.heappush(self._queue, event)
            return event

    def enter(self, delay, priority, action, argument=(), kwargs=None):
        """Add an event that is due after a delay. Returns it, for cancel()."""
        time = self.timefunc() + delay
        return self.enterabs(time, priority, action, argument, kwargs)

    def cancel(self, event):
        """Remove an event; raises ValueError when it is not there."""
        with self._lock:
            self._queue.remove(event)
            heapq.heapify(self._queue)

    def empty(self):
        """Whether there are no events."""
        with self._lock:
            return not self._queue

    def run(self, blocking=True):
        """Run the events as they fall due, until there are none.

        Without blocking: those that are due, and return the time until the next one is.
        """
        while True:
            with self._lock:
                if not self._queue:
                    return None
                event = self._queue[0]
                delay = event.time - self.timefunc()
                if delay <= 0:
                    heapq.heappop(self._queue)
            if delay <= 0:
                event.action(*event.argument, **event.kwargs)
                # Give other threads a chance, even in a long row of events.
                self.delayfunc(0)
            elif blocking:
                self.delayfunc(delay)
            else:
                return delay

    @property
    def queue(self):
        """The events in the order in which they will run."""
        with self._lock:
            return sorted(self._queue)
