"""Timeouts: exceptions that the hub throws into a greenlet when its time is up."""

from gevent.hub import get_hub
from greenlet import getcurrent

__atomic__ = True

_NO_VALUE = "no value"


class Timeout(BaseException):
    """Raised in the greenlet that started it, after `seconds`, unless it is cancelled.

    With `exception` that is raised instead; with False the block under it just ends.
    """

    def __init__(self, seconds=None, exception=None):
        BaseException.__init__(self)
        self.seconds = seconds
        self.exception = exception
        self._timer = None

    @classmethod
    def start_new(cls, timeout=None, exception=None):
        """A timeout that has been started; one that is given is started if need be."""
        if not isinstance(timeout, Timeout):
            timeout = cls(timeout, exception)
        if not timeout.pending:
            timeout.start()
        return timeout

    @property
    def pending(self):
        """Whether it is counting."""
        return self._timer is not None and self._timer.pending

    def start(self):
        """Begin to count."""
        if self.pending:
            raise AssertionError(f"{self!r} is already started; to restart it, cancel it first")
        if self.seconds is None:
            return
        own = self.exception is None or self.exception is False or isinstance(self.exception, str)
        error = self if own else self.exception
        self._timer = get_hub().loop.timer(self.seconds, getcurrent().throw, error)

    def cancel(self):
        """Stop counting."""
        if self._timer is not None:
            self._timer.stop()

    close = cancel

    def __enter__(self):
        if not self.pending:
            self.start()
        return self

    def __exit__(self, exc_type, exc, tb):
        self.cancel()
        return exc is self and self.exception is False

    def __repr__(self):
        pending = " pending" if self.pending else ""
        exception = "" if self.exception is None else f" exception={self.exception!r}"
        return (
            f"<{type(self).__name__} at {id(self):#x}{pending} seconds={self.seconds}{exception}>"
        )

    def __str__(self):
        if self.seconds is None:
            return ""
        text = f"{self.seconds} second{'' if self.seconds == 1 else 's'}"
        if self.exception is None:
            return text
        return f"{text} (silent)" if self.exception is False else f"{text}: {self.exception}"


def with_timeout(seconds, function, /, *args, timeout_value=_NO_VALUE, **kwargs):
    """Call a function that has to end in time; else return `timeout_value` if there is one."""
    limit = Timeout.start_new(seconds)
    try:
        return function(*args, **kwargs)
    except Timeout as expired:
        if expired is limit and timeout_value is not _NO_VALUE:
            return timeout_value
        raise
    finally:
        limit.cancel()
