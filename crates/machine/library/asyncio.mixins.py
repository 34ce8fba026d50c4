"""What locks and queues have in common."""

import asyncio.events as events

__atomic__ = True


class LoopBound:
    """Belongs to the loop in which it is first waited for."""

    _loop = None

    def _get_loop(self):
        loop = events.get_running_loop()
        if self._loop is None:
            self._loop = loop
        if loop is not self._loop:
            raise RuntimeError(f"{self!r} is bound to a different event loop")
        return loop

    def _new_waiter(self, role):
        """A future to wait on; the trace shows that one waits for this object, as `role`."""
        waiter = self._get_loop().create_future()
        waiter._purpose = (self, role)
        return waiter


class ContextManager:
    """`async with` acquires and releases."""

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, exc_type, exc, tb):
        self.release()


def describe(obj, state, waiters):
    """`<asyncio.locks.Lock object at 0x... [locked, waiters:2]>`."""
    if waiters:
        state += f", waiters:{len(waiters)}"
    return f"<{object.__repr__(obj)[1:-1]} [{state}]>"
