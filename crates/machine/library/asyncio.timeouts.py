"""`async with timeout(...)`: a block that has to be done in time."""

import asyncio.events as events
import asyncio.tasks as tasks
from asyncio.exceptions import CancelledError

__atomic__ = True


class Timeout:
    """Cancels the task in the block when time is up, and turns that into a TimeoutError.

    Its state goes from "created" to "active", then "finished", or "expiring" and "expired".
    """

    def __init__(self, when):
        self._when = when
        self._state = "created"
        self._task = None
        self._timer = None

    def __repr__(self):
        info = f"[{self._state}]"
        if self._state == "active":
            when = None if self._when is None else round(self._when, 3)
            info += f" when={when}"
        return f"<Timeout {info}>"

    def when(self):
        """The deadline by the loop's clock, None when there is none."""
        return self._when

    def expired(self):
        """Whether the deadline was missed."""
        return self._state in ("expiring", "expired")

    def reschedule(self, when):
        """Move the deadline; None takes it away."""
        if self._state == "created":
            raise RuntimeError("Timeout has not been entered")
        if self._state != "active":
            raise RuntimeError(f"Cannot change state of {self._state} Timeout")
        self._when = when
        self._stop_timer()
        if when is None:
            return
        loop = events.get_running_loop()
        if when <= loop.time():
            self._timer = loop.call_soon(self._on_timeout)
        else:
            self._timer = loop.call_at(when, self._on_timeout)

    async def __aenter__(self):
        if self._state != "created":
            raise RuntimeError("Timeout has already been entered")
        task = tasks.current_task()
        if task is None:
            raise RuntimeError("Timeout should be used inside a task")
        self._state = "active"
        self._task = task
        self._cancelling = task.cancelling()
        self.reschedule(self._when)
        return self

    async def __aexit__(self, exc_type, exc, tb):
        self._stop_timer()
        if self._state == "active":
            self._state = "finished"
        elif self._state == "expiring":
            self._state = "expired"
            # If others asked to cancel the task as well, it stays cancelled.
            is_ours_alone = self._task.uncancel() <= self._cancelling
            if is_ours_alone and exc_type is CancelledError:
                raise TimeoutError from exc

    def _on_timeout(self):
        self._task.cancel()
        self._state = "expiring"
        self._timer = None

    def _stop_timer(self):
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None


def timeout(delay):
    """A Timeout after `delay` seconds, or never with None."""
    loop = events.get_running_loop()
    return Timeout(None if delay is None else loop.time() + delay)


def timeout_at(when):
    """A Timeout when the loop's clock shows `when`, or never with None."""
    return Timeout(when)
