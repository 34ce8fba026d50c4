"""The exceptions of asyncio."""

__atomic__ = True


class CancelledError(BaseException):
    """The task or future was cancelled. A BaseException, so `except Exception` lets it pass."""


# Since Python 3.11 all timeouts raise the builtin.
TimeoutError = TimeoutError


class InvalidStateError(Exception):
    """What was asked for does not go with the future's state."""


class BrokenBarrierError(RuntimeError):
    """The barrier was aborted or reset while tasks waited at it."""
