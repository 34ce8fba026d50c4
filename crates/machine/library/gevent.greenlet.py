"""Greenlets that can be waited for, killed, and asked for their result."""

import _interleave
import collections
import itertools
import weakref
from gevent.hub import Waiter, get_hub
from gevent.linkable import Linkable
from gevent.timeout import Timeout
from greenlet import GreenletExit, getcurrent, greenlet

__atomic__ = True


class Greenlet(greenlet):
    """A function that runs in the hub's care."""

    value = None
    _error = None
    _finished = False
    _start_event = None
    _notifier = None
    _shown = None
    _ident = None
    _name = None

    def __init__(self, run=None, *args, **kwargs):
        greenlet.__init__(self, None, get_hub())
        if run is not None:
            self._run = run
        self.args = args
        self.kwargs = kwargs
        self._links = collections.deque()
        self.spawning_greenlet = weakref.ref(getcurrent())

    def _run(self):
        """What the greenlet does, for subclasses to override."""

    @classmethod
    def spawn(cls, *args, **kwargs):
        """Make a greenlet and start it."""
        made = cls(*args, **kwargs)
        made.start()
        return made

    @classmethod
    def spawn_later(cls, seconds, *args, **kwargs):
        """Make a greenlet and start it after a time."""
        made = cls(*args, **kwargs)
        made.start_later(seconds)
        return made

    def start(self):
        """Have it begin when the hub comes to it."""
        if self._start_event is None:
            _interleave.tell("task created", self)
            self._start_event = get_hub().loop.run_callback(self.switch)

    def start_later(self, seconds):
        """Have it begin after a time."""
        if self._start_event is None:
            _interleave.tell("task created", self)
            self._start_event = get_hub().loop.timer(seconds, self.switch)

    def run(self):
        """What the greenlet calls when it is first switched to."""
        if self._start_event is not None:
            self._start_event.stop()
        try:
            self.value = self._run(*self.args, **self.kwargs)
        except GreenletExit as exit:
            self.value = exit
        except BaseException as error:
            self._error = error
            get_hub().handle_error(self, error)
        self._forget()
        self._finish()

    @property
    def started(self):
        """Whether it has been started and has not ended."""
        return bool(self)

    def __bool__(self):
        return (self._start_event is not None or self._started) and not self.dead

    def ready(self):
        """Whether it has ended."""
        return self._finished

    def successful(self):
        """Whether it has ended without an exception."""
        return self._finished and self._error is None

    @property
    def exception(self):
        """The exception with which it ended."""
        return self._error

    @property
    def exc_info(self):
        """The exception with which it ended: its type, itself and its traceback."""
        return _exc_info(self._error)

    @property
    def loop(self):
        """The hub's loop."""
        return get_hub().loop

    @property
    def minimal_ident(self):
        """A small number that no other greenlet of the hub has now."""
        if self._ident is None:
            numbered = get_hub()._numbered
            taken = {number for number, one in numbered.items() if one() is not None}
            self._ident = next(number for number in itertools.count() if number not in taken)
            numbered[self._ident] = weakref.ref(self)
        return self._ident

    @property
    def name(self):
        """Its name, which it gets when it is first asked for it."""
        if self._name is None:
            self._name = f"Greenlet-{self.minimal_ident}"
        return self._name

    @name.setter
    def name(self, name):
        self._name = name

    def __repr__(self):
        if self._shown is None:
            self._shown = self._describe()
        name = "" if self._name is None else f' "{self._name}"'
        return f"<{type(self).__name__}{name} at {id(self):#x}: {self._shown}>"

    def _describe(self):
        receiver = getattr(self._run, "__self__", None)
        if receiver is self:
            text = "_run"
        elif receiver is not None:
            text = repr(self._run)
        else:
            text = getattr(self._run, "__name__", None) or repr(self._run)
        arguments = [repr(value)[:50] for value in self.args]
        arguments += [f"{name}={repr(value)[:50]}" for name, value in self.kwargs.items()]
        return f"{text}({', '.join(arguments)})" if arguments else text

    def _forget(self):
        """Let go of what it was to run. What it has shown itself as, it goes on showing."""
        self.__dict__.pop("_run", None)
        self.args = ()
        self.kwargs = {}

    def join(self, timeout=None):
        """Wait until it has ended, or the timeout is over."""
        if not self._finished:
            self._wait(Timeout.start_new(timeout))

    def get(self, block=True, timeout=None):
        """Wait for its result; raises the exception if there is one."""
        if not self._finished:
            limit = Timeout.start_new(timeout)
            if not block or not self._wait(limit):
                limit.cancel()
                raise limit
        if self._error is not None:
            raise self._error
        return self.value

    def _wait(self, limit):
        switch = getcurrent().switch
        self.rawlink(switch)
        _interleave.tell("task suspended", getcurrent(), (self, "end"))
        try:
            get_hub().switch()
            return True
        except Timeout as expired:
            if expired is not limit:
                raise
            return False
        finally:
            limit.cancel()
            self.unlink(switch)

    def kill(self, exception=GreenletExit, block=True, timeout=None):
        """Have an exception raised in it, and wait until it has ended."""
        if self._finished:
            return
        if not self._started:
            self._end_before_start(exception)
            return
        self._forget()
        waiter = Waiter() if block else None
        get_hub().loop.run_callback(_kill, self, exception, waiter)
        if block:
            waiter.get()
            self.join(timeout)

    def _end_before_start(self, exception):
        if self._start_event is not None:
            self._start_event.stop()
        self._start_event = get_hub().loop.run_callback(int)
        self._started = self.dead = True
        error = exception() if isinstance(exception, type) else exception
        if isinstance(error, GreenletExit):
            self.value = error
        else:
            self._error = error
        self._finish()

    def _finish(self):
        self._finished = True
        self._schedule_links()

    def rawlink(self, callback):
        """Have `callback(self)` called in the hub when it has ended."""
        if not callable(callback):
            raise TypeError(f"Expected callable: {callback!r}")
        self._links.append(callback)
        if self._finished:
            self._schedule_links()

    def has_links(self):
        """Whether anybody is to be called when it has ended."""
        return len(self._links) > 0

    def unlink_all(self):
        """Take all links back."""
        self._links.clear()

    def link(self, callback):
        """Have `callback(self)` called in a greenlet of its own when it has ended."""
        self.rawlink(_SpawnedLink(callback, Greenlet.ready))

    def link_value(self, callback):
        """`link`, if it ends without an exception."""
        self.rawlink(_SpawnedLink(callback, Greenlet.successful))

    def link_exception(self, callback):
        """`link`, if it ends with an exception."""
        self.rawlink(_SpawnedLink(callback, _failed))

    def unlink(self, callback):
        """Take a link back."""
        if callback in self._links:
            self._links.remove(callback)

    def _schedule_links(self):
        if self._links and not self._notifier:
            self._notifier = get_hub().loop.run_callback(self._notify_links)

    def _notify_links(self):
        while self._links:
            link = self._links.popleft()
            _interleave.tell("wakes", link, self)
            try:
                link(self)
            except BaseException as error:
                get_hub().handle_error((link, self), error)


class _SpawnedLink:
    """Calls back in a greenlet of its own."""

    def __init__(self, callback, condition):
        self._callback = callback
        self._condition = condition

    def __eq__(self, other):
        return self._callback == getattr(other, "_callback", other)

    def __call__(self, source):
        if self._condition(source):
            greenlet(self._callback, get_hub()).switch(source)


def iwait(objects, timeout=None, count=None):
    """The objects (greenlets, events, ...) in the order in which they become ready."""
    objects = list(objects)
    count = len(objects) if count is None else min(count, len(objects))
    waiter = Waiter()
    timer = None
    if timeout is not None:
        timer = get_hub().loop.timer(timeout, waiter.switch, None)
    for one in objects:
        one.rawlink(waiter.switch)
    try:
        for _ in range(count):
            _interleave.tell("task suspended", getcurrent(), (objects, "wait"))
            one = waiter.get()
            if one is None:
                # Time is up.
                return
            yield one
    finally:
        if timer is not None:
            timer.stop()
        for one in objects:
            one.unlink(waiter.switch)


def wait(objects=None, timeout=None, count=None):
    """Wait for objects, or, without any, until nothing is left to happen."""
    if objects is None:
        return get_hub().join(timeout)
    return list(iwait(objects, timeout, count))


def joinall(greenlets, timeout=None, raise_error=False, count=None):
    """Wait for greenlets; returns those that have ended."""
    done = []
    for one in iwait(greenlets, timeout, count):
        done.append(one)
        if raise_error and not one.successful():
            raise one.exception
    return done


def killall(greenlets, exception=GreenletExit, block=True, timeout=None):
    """Kill greenlets, and wait until they have ended."""
    greenlets = [one for one in greenlets if not one.ready()]
    for one in greenlets:
        one.kill(exception, block=False)
    if block:
        joinall(greenlets, timeout)


def kill(one, exception=GreenletExit):
    """Kill a greenlet without waiting for its end."""
    if isinstance(one, Greenlet):
        one.kill(exception, block=False)
    else:
        get_hub().loop.run_callback(one.throw, exception)


def _exc_info(error):
    return None if error is None else (type(error), error, error.__traceback__)


def _failed(one):
    return one.ready() and not one.successful()


def _kill(one, exception, waiter):
    try:
        one.throw(exception)
    except BaseException as error:
        get_hub().handle_error(one, error)
    if waiter is not None:
        waiter.switch()
