"""Events, and results that are not there yet."""

import _interleave
from gevent.linkable import Linkable
from gevent.timeout import Timeout

__atomic__ = True

_UNSET = "unset"


class Event(Linkable):
    """A flag that greenlets wait for."""

    def __init__(self):
        Linkable.__init__(self)
        self._flag = False

    def __repr__(self):
        state = "set" if self._flag else "clear"
        return (
            f"<gevent._gevent_cevent.{type(self).__name__} at {id(self):#x} {state} "
            f"_links[{self.linkcount()}]>"
        )

    def is_set(self):
        """Whether the flag is set."""
        return self._flag

    isSet = is_set
    ready = is_set

    def set(self):
        """Set the flag and wake all who wait."""
        self._flag = True
        _interleave.tell("set", self)
        self._check_and_notify()

    def clear(self):
        """Take the flag back."""
        self._flag = False
        _interleave.tell("clear", self)

    def wait(self, timeout=None):
        """Wait until the flag is set; False when the timeout came first."""
        return True if self._flag else self._wait_for_link(timeout)


class AsyncResult(Linkable):
    """A value or an exception that somebody will set."""

    def __init__(self):
        Linkable.__init__(self)
        self._value = _UNSET
        self._exception = _UNSET

    def __repr__(self):
        if isinstance(self._exception, BaseException):
            shown = f"value=None exception={self._exception!r} "
        elif self._value is _UNSET or self._value is None:
            shown = "unset "
        else:
            shown = f"value={self._value!r} unset "
        return f"<{type(self).__name__} {shown} _links[{self.linkcount()}]>"

    def ready(self):
        """Whether there is a value or an exception."""
        return self._exception is not _UNSET

    def successful(self):
        """Whether there is a value."""
        return self._exception is None

    @property
    def value(self):
        """The value, None if there is none."""
        return self._value if self.successful() else None

    @property
    def exception(self):
        """The exception, None if there is none."""
        return self._exception if self.ready() else None

    @property
    def exc_info(self):
        """The exception, as its type, itself and its traceback; () if there is none."""
        error = self.exception
        return () if error is None else (type(error), error, error.__traceback__)

    def cancel(self):
        """It cannot be cancelled."""
        return False

    def cancelled(self):
        """It was not cancelled."""
        return False

    def set(self, value=None):
        """Give it its value."""
        self._value = value
        self._exception = None
        _interleave.tell("state", self, "FINISHED")
        self._check_and_notify()

    def set_exception(self, exception, exc_info=None):
        """Give it an exception."""
        self._exception = exception
        _interleave.tell("state", self, "FINISHED")
        self._check_and_notify()

    def set_result(self, value):
        """Give it its value."""
        self.set(value)

    def result(self, timeout=None):
        """`get`."""
        return self.get(timeout=timeout)

    def done(self):
        """Whether there is a value or an exception."""
        return self.ready()

    def get(self, block=True, timeout=None):
        """Wait for the value; raises the exception if there is one."""
        if not self.ready():
            if not block:
                raise Timeout
            limit = Timeout(timeout)
            if not self._wait_for_link(timeout):
                raise limit
        if self._exception is not None:
            raise self._exception
        return self._value

    def get_nowait(self):
        """The value, or a Timeout if it is not there."""
        return self.get(block=False)

    def wait(self, timeout=None):
        """Wait; returns the value, None if there is none."""
        if not self.ready():
            self._wait_for_link(timeout)
        return self.value

    def __call__(self, source):
        # Linked to a greenlet, it takes over its outcome.
        if source.successful():
            self.set(source.value)
        else:
            self.set_exception(source.exception)
