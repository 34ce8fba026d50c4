"""The event loop by the name that it has on Unix."""

from asyncio.base_events import BaseEventLoop

__atomic__ = True


class _UnixSelectorEventLoop(BaseEventLoop):
    """The event loop that `new_event_loop` makes."""


SelectorEventLoop = _UnixSelectorEventLoop
