"""The hub: the greenlet that runs a thread's event loop, where all others wait.

The loop calls callbacks that are ready, then the timers that are due, and sleeps on a lock when
there are only timers to come. A greenlet that has to wait leaves word who shall switch back to it
and switches to the hub.
"""

import _interleave
import collections
import heapq
import math
import threading
import time
from _interleave import named_lock
from gevent.exceptions import BlockingSwitchOutError, LoopExit
from greenlet import greenlet, getcurrent

__atomic__ = True

# After so many callbacks the loop looks at its timers, even if there are more.
_CALLBACKS_IN_A_ROW = 50
_RESOLUTION = 1e-09


class Callback:
    """A call that the loop is to make."""

    def __init__(self, function, args):
        self.callback = function
        self.args = args

    @property
    def pending(self):
        """Whether the call is still to come."""
        return self.callback is not None

    def stop(self):
        """Take it back."""
        self.callback = None
        self.args = None

    def __bool__(self):
        return self.pending

    def _call(self):
        function, args = self.callback, self.args
        self.stop()
        if function is not None:
            function(*args)


class Loop:
    """Callbacks that are ready, and timers."""

    def __init__(self):
        self._callbacks = collections.deque()
        self._timers = []
        self._timers_made = 0
        self._now = None
        self._slept_until = 0.0
        # How many calls in other threads are to come back here.
        self.awaited = 0
        # The native lock, whatever monkey patching makes of its name.
        self._wake_up = named_lock(self, "wake-up")
        self._wake_up.acquire()

    def run_callback(self, function, *args):
        """Have a function called soon."""
        callback = Callback(function, args)
        self._callbacks.append(callback)
        return callback

    def run_callback_threadsafe(self, function, *args):
        """`run_callback` for other threads: wakes the loop up."""
        callback = self.run_callback(function, *args)
        try:
            self._wake_up.release()
        except RuntimeError:
            # Somebody else has called for the loop already.
            pass
        return callback

    def timer(self, seconds, function, *args):
        """Have a function called after a time."""
        callback = Callback(function, args)
        self._timers_made += 1
        deadline = (self.now() + max(seconds, 0), self._timers_made, callback)
        heapq.heappush(self._timers, deadline)
        return callback

    def timer_count(self):
        """How many timers there are."""
        return sum(1 for _, _, callback in self._timers if callback.pending)

    def now(self):
        """The time, which stands still during one batch of callbacks."""
        if self._now is None:
            self._now = _monotonic(self._slept_until)
        return self._now

    def run_once(self):
        """One batch of callbacks and timers; False when there is nothing to wait for."""
        self._now = None
        for _ in range(_CALLBACKS_IN_A_ROW):
            if not self._callbacks:
                break
            self._callbacks.popleft()._call()
        while self._timers and not self._timers[0][2].pending:
            heapq.heappop(self._timers)
        if not self._callbacks:
            if not self._timers and not self.awaited:
                return False
            self._sleep(self._timers[0][0] if self._timers else None)
        self._run_timers()
        return True

    def _sleep(self, when):
        if when is None:
            self._wake_up.acquire()
            self._now = None
            return
        # As CPython's gevent does, for whole milliseconds.
        ticks = math.ceil((when - _monotonic(self._slept_until) - _RESOLUTION) * 1000)
        if ticks <= 0 or not self._wake_up.acquire(timeout=ticks / 1000):
            self._slept_until = when
        self._now = None

    def _run_timers(self):
        now = self.now()
        while self._timers and self._timers[0][0] < now + _RESOLUTION:
            heapq.heappop(self._timers)[2]._call()


class Hub(greenlet):
    """The greenlet that runs the loop. Its parent is the thread's main greenlet."""

    name = ""

    def __init__(self):
        greenlet.__init__(self, None)
        self.loop = Loop()
        self.thread_ident = threading.get_ident()
        self._threadpool = None
        # Greenlets that have asked for a number, by it.
        self._numbered = {}

    @property
    def threadpool(self):
        """Threads for calls that would block."""
        from gevent.threadpool import ThreadPool

        if self._threadpool is None:
            self._threadpool = ThreadPool(10, self)
        return self._threadpool

    def __repr__(self):
        return (
            f"<Hub '{self.name}' at {id(self):#x} epoll default pending=0 "
            f"ref={self.loop.timer_count()} fileno=3 thread_ident={self.thread_ident:#x}>"
        )

    def run(self):
        """Run the loop; when nothing can happen any more the main greenlet gets a LoopExit."""
        while True:
            while self.loop.run_once():
                pass
            self.parent.throw(
                LoopExit("This operation would block forever", f"Hub: {self!r}", "Handles:\n[]")
            )

    def switch(self):
        """Wait: go on in the hub until somebody switches back."""
        if getcurrent() is self:
            raise BlockingSwitchOutError(
                "Impossible to call blocking function in the event loop callback"
            )
        return greenlet.switch(self)

    def join(self, timeout=None):
        """Wait, in the main greenlet, until there is nothing left to happen."""
        timer = None
        if timeout is not None:
            timer = self.loop.timer(timeout, getcurrent().switch, False)
        try:
            return self.switch() is not False
        except LoopExit:
            return True
        finally:
            if timer is not None:
                timer.stop()

    def handle_error(self, context, error):
        """Report an error that nobody handled; what ends the program goes to the main greenlet."""
        if isinstance(error, (KeyboardInterrupt, SystemExit)):
            self.loop.run_callback(self.parent.throw, error)
            return
        _interleave.write(2, _interleave.format_exception(error))
        moment = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
        _interleave.write(2, f"{moment} {context!r} failed with {type(error).__name__}\n\n")


class Waiter:
    """A place where one greenlet waits for a value that somebody passes to `switch`."""

    def __init__(self, hub=None):
        self.hub = get_hub() if hub is None else hub
        self._greenlet = None
        self._values = collections.deque()

    def switch(self, value=None):
        """Pass a value on: at once if somebody waits, else when somebody does."""
        if self._greenlet is None:
            self._values.append((value, None))
        else:
            _interleave.tell("wakes", self._greenlet)
            self._greenlet.switch(value)

    def throw(self, error):
        """Pass an error on."""
        if self._greenlet is None:
            self._values.append((None, error))
        else:
            self._greenlet.throw(error)

    def get(self):
        """Wait for the value."""
        if not self._values:
            self._greenlet = getcurrent()
            try:
                return self.hub.switch()
            finally:
                self._greenlet = None
        value, error = self._values.popleft()
        if error is not None:
            raise error
        return value


def get_hub():
    """The thread's hub."""
    main = getcurrent()
    while main.parent is not None:
        main = main.parent
    if not hasattr(main, "_hub"):
        main._hub = Hub()
        main._hub.parent = main
    return main._hub


class signal:
    """Has a function called in a greenlet when a signal comes."""

    def __init__(self, signalnum, handler, *args, **kwargs):
        if not callable(handler):
            raise TypeError("signal handler must be callable.")
        self.hub = get_hub()
        self.handler = handler
        self.args = args
        self.kwargs = kwargs
        self._signalnum = signalnum
        self._before = _of_signal("signal")(signalnum, self._come)

    def cancel(self):
        """Call it no more."""
        if self._before is not None:
            _of_signal("signal")(self._signalnum, self._before)
            self._before = None

    def _come(self, signalnum, frame):
        self.hub.loop.run_callback_threadsafe(self._start)

    def _start(self):
        greenlet(self.handle, self.hub).switch()

    def handle(self):
        """Call the function."""
        try:
            self.handler(*self.args, **self.kwargs)
        except BaseException as error:
            self.hub.handle_error(None, error)


def _of_signal(name):
    """What `signal` has; whoever names a signal has that module."""
    return _interleave.module_value("signal", name)


def sleep(seconds=0, ref=True):
    """Let others run, for a time or just once."""
    hub = get_hub()
    waiter = Waiter(hub)
    if seconds <= 0:
        waker = hub.loop.run_callback(waiter.switch)
    else:
        waker = hub.loop.timer(seconds, waiter.switch)
    _interleave.tell("task suspended", getcurrent(), (seconds, "sleep"))
    try:
        waiter.get()
    finally:
        waker.stop()


def idle(priority=0):
    """Let all others run that are ready."""
    sleep(0)


def spawn_raw(function, *args, **kwargs):
    """Start a plain greenlet."""
    raw = greenlet(function, get_hub())
    if kwargs:
        get_hub().loop.run_callback(lambda: raw.switch(*args, **kwargs))
    else:
        get_hub().loop.run_callback(raw.switch, *args)
    return raw


def _monotonic(slept_until):
    """The time. A sleep has lasted its time, even where nothing measures time."""
    now = time.monotonic()
    return now if now + _RESOLUTION > slept_until else slept_until
