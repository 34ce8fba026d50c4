"""The exceptions of multiprocessing."""

__all__ = ()


class ProcessError(Exception):
    """The base of what multiprocessing raises."""


class BufferTooShort(ProcessError):
    """A message was longer than the buffer given for it."""


class TimeoutError(ProcessError):
    """A result was not there in time."""


class AuthenticationError(ProcessError):
    """The other side of a connection did not know the key."""
