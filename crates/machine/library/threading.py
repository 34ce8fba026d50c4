"""Threads, and the objects by which they wait for each other."""

import sys
import os
import _interleave
import _outside
from _thread import RLock as _RLock
from _thread import TIMEOUT_MAX
from _thread import allocate_lock as Lock
from _thread import error as ThreadError
from _thread import get_ident
from _thread import get_native_id
from _thread import stack_size
from time import monotonic as _monotonic

__atomic__ = True

__all__ = (
    "get_ident", "active_count", "Condition", "current_thread", "enumerate",
    "main_thread", "TIMEOUT_MAX", "Event", "Lock", "RLock", "Semaphore",
    "BoundedSemaphore", "Thread", "Barrier", "BrokenBarrierError", "Timer",
    "ThreadError", "ExceptHookArgs", "stack_size", "excepthook", "local",
    "get_native_id",
)

# The threads of this process by identifier, and those between start() and their first
# step, each with the lock that start() waits for.
_active = None
_limbo = None
_main_thread = None

_names_given = 0

# What runs at the end of the interpreter, before threads are joined.
_atexit_calls = None
_shutting_down = False


def RLock():
    """A lock that its holder may acquire again."""
    return _RLock()


class Condition:
    """Lets threads that hold a lock wait until another one notifies them.

    Every waiter sleeps on a lock of its own, which notify() releases: so waiters wake
    first come, first served, and then compete for the condition's lock with everybody.
    """

    def __init__(self, lock=None):
        self._lock = RLock() if lock is None else lock
        self._waiters = []
        # What traces show its waiters as waiting for: the semaphore, the queue, ...
        # whose part it is.
        self._owner = self

    def __repr__(self):
        return f"<Condition({self._lock}, {len(self._waiters)})>"

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *exc_info):
        return self._lock.__exit__(*exc_info)

    def acquire(self, *args, **kwargs):
        """Acquire the underlying lock."""
        return self._lock.acquire(*args, **kwargs)

    def release(self):
        """Release the underlying lock."""
        self._lock.release()

    def _is_owned(self):
        """Whether the running thread holds the lock.

        A plain lock does not know its holder; that somebody holds it has to be enough.
        """
        if hasattr(self._lock, "_is_owned"):
            return self._lock._is_owned()
        if self._lock.acquire(False):
            self._lock.release()
            return False
        return True

    def _release_save(self):
        """Release the lock, however often it is held, and return how to restore that."""
        if hasattr(self._lock, "_release_save"):
            return self._lock._release_save()
        self._lock.release()
        return None

    def _acquire_restore(self, saved):
        if hasattr(self._lock, "_acquire_restore"):
            self._lock._acquire_restore(saved)
        else:
            self._lock.acquire()

    def wait(self, timeout=None):
        """Release the lock, sleep until notified, acquire the lock again.

        Returns False when the timeout passed without a notification.
        """
        if not self._is_owned():
            raise RuntimeError("cannot wait on un-acquired lock")
        waiter = _interleave.named_lock(self._owner, "waiter")
        waiter.acquire()
        self._waiters.append(waiter)
        saved = self._release_save()
        notified = False
        try:
            if timeout is None:
                notified = waiter.acquire()
            elif timeout > 0:
                notified = waiter.acquire(True, timeout)
            else:
                notified = waiter.acquire(False)
            return notified
        finally:
            # Leaving the row only after the lock is back means that a notification may
            # still be spent on a waiter that has timed out. So it is in CPython.
            self._acquire_restore(saved)
            if not notified and waiter in self._waiters:
                self._waiters.remove(waiter)

    def wait_for(self, predicate, timeout=None):
        """Wait until the predicate is true, or the timeout passed; return its value."""
        deadline = None if timeout is None else _monotonic() + timeout
        result = predicate()
        while not result:
            if not self.wait(timeout):
                return predicate()
            result = predicate()
            if deadline is not None:
                timeout = deadline - _monotonic()
                if timeout <= 0:
                    return result
        return result

    def notify(self, n=1):
        """Wake the n threads that have waited longest."""
        if not self._is_owned():
            raise RuntimeError("cannot notify on un-acquired lock")
        woken = self._waiters[:n]
        del self._waiters[:n]
        _interleave.tell("notify", self._owner, len(woken))
        for waiter in woken:
            waiter.release()

    def notify_all(self):
        """Wake all threads that wait."""
        self.notify(len(self._waiters))

    def notifyAll(self):
        """Deprecated: notify_all()."""
        _interleave.warn(
            "DeprecationWarning", "notifyAll() is deprecated, use notify_all() instead"
        )
        self.notify_all()


def _condition_of(owner):
    """A condition with a plain lock, which traces show as part of its owner."""
    condition = Condition(_interleave.named_lock(owner, "mutex"))
    condition._owner = owner
    return condition


def _described(obj, state):
    cls = type(obj)
    return f"<{cls.__module__}.{cls.__qualname__} at {id(obj):#x}: {state}>"


class Semaphore:
    """A number of permits. acquire() takes one, waiting while there is none."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._cond = _condition_of(self)
        self._value = value

    def __repr__(self):
        return _described(self, f"value={self._value}")

    def acquire(self, blocking=True, timeout=None):
        """Take a permit. Returns False when there is none (in time)."""
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        deadline = None if timeout is None else _monotonic() + timeout
        with self._cond:
            while self._value == 0:
                if not blocking:
                    return False
                # Another thread may have been quicker to take what was released.
                if not self._cond.wait(timeout) and self._value == 0:
                    return False
                if deadline is not None:
                    timeout = max(deadline - _monotonic(), 0)
            self._value -= 1
            _interleave.tell("acquired", self, self._value)
            return True

    __enter__ = acquire

    def __exit__(self, exc_type, exc_value, traceback):
        self.release()

    def release(self, n=1):
        """Put back n permits."""
        if n < 1:
            raise ValueError("n must be one or more")
        with self._cond:
            self._put_back(n)

    def _put_back(self, n):
        self._value += n
        _interleave.tell("released", self, self._value)
        self._cond.notify(n)


class BoundedSemaphore(Semaphore):
    """A semaphore that refuses to hold more permits than it began with."""

    def __init__(self, value=1):
        Semaphore.__init__(self, value)
        self._initial_value = value

    def __repr__(self):
        return _described(self, f"value={self._value}/{self._initial_value}")

    def _put_back(self, n):
        if self._value + n > self._initial_value:
            raise ValueError("Semaphore released too many times")
        Semaphore._put_back(self, n)


class Event:
    """A flag that threads can wait for."""

    def __init__(self):
        self._cond = _condition_of(self)
        self._flag = False

    def __repr__(self):
        return _described(self, "set" if self._flag else "unset")

    def is_set(self):
        """Whether the flag is set."""
        return self._flag

    def isSet(self):
        """Deprecated: is_set()."""
        _interleave.warn(
            "DeprecationWarning", "isSet() is deprecated, use is_set() instead"
        )
        return self._flag

    def set(self):
        """Set the flag and wake everybody who waits for it."""
        with self._cond:
            self._flag = True
            _interleave.tell("set", self)
            self._cond.notify_all()

    def clear(self):
        """Take the flag down."""
        with self._cond:
            self._flag = False
            _interleave.tell("clear", self)

    def wait(self, timeout=None):
        """Wait until the flag is set. Returns False when the timeout passed before."""
        with self._cond:
            return self._flag or self._cond.wait(timeout)


# A barrier fills until all parties are there, then drains until the last one has left;
# only then may the next round begin. A barrier that is being reset drains, too, but
# whoever leaves it does so with an exception. A broken one throws everybody out.
_FILLING = "filling"
_DRAINING = "draining"
_RESETTING = "resetting"
_BROKEN = "broken"


class Barrier:
    """A place where a fixed number of threads wait for each other."""

    def __init__(self, parties, action=None, timeout=None):
        self._cond = _condition_of(self)
        self._parties = parties
        self._action = action
        self._timeout = timeout
        self._state = _FILLING
        self._count = 0

    def __repr__(self):
        if self.broken:
            return _described(self, "broken")
        return _described(self, f"waiters={self.n_waiting}/{self.parties}")

    def wait(self, timeout=None):
        """Wait for the other parties. Returns a number below `parties`, to each its own.

        The last to arrive runs the action before anybody is let go.
        """
        if timeout is None:
            timeout = self._timeout
        with self._cond:
            self._cond.wait_for(self._is_open)
            self._check_whole()
            index = self._count
            self._count += 1
            try:
                if self._count == self._parties:
                    self._trip()
                else:
                    self._wait_for_others(timeout)
            finally:
                self._leave()
            return index

    def _is_open(self):
        return self._state == _FILLING or self._state == _BROKEN

    def _has_ended(self):
        return self._state != _FILLING

    def _check_whole(self):
        if self._state == _RESETTING or self._state == _BROKEN:
            raise BrokenBarrierError

    def _trip(self):
        try:
            if self._action:
                self._action()
        except:
            self._break()
            raise
        self._state = _DRAINING
        _interleave.tell("tripped", self, self._parties)
        self._cond.notify_all()

    def _wait_for_others(self, timeout):
        if not self._cond.wait_for(self._has_ended, timeout):
            self._break()
        self._check_whole()

    def _leave(self):
        self._count -= 1
        if self._count == 0 and (self._state == _DRAINING or self._state == _RESETTING):
            self._state = _FILLING
            self._cond.notify_all()

    def _break(self):
        self._state = _BROKEN
        _interleave.tell("broken", self)
        self._cond.notify_all()

    def reset(self):
        """Begin afresh. Whoever waits gets a BrokenBarrierError."""
        with self._cond:
            if self._count == 0:
                self._state = _FILLING
            elif self._state != _DRAINING:
                self._state = _RESETTING
            _interleave.tell("reset", self)
            self._cond.notify_all()

    def abort(self):
        """Break the barrier: all who wait, now or later, get a BrokenBarrierError."""
        with self._cond:
            self._break()

    @property
    def parties(self):
        """How many threads have to arrive."""
        return self._parties

    @property
    def n_waiting(self):
        """How many threads have arrived in this round."""
        return self._count if self._state == _FILLING else 0

    @property
    def broken(self):
        """Whether the barrier is broken."""
        return self._state == _BROKEN


class BrokenBarrierError(RuntimeError):
    """The barrier was reset or broken while, or before, the thread waited."""


class _ExceptHookArgs(tuple):
    """What excepthook() is told of an exception that ended a thread."""

    __module__ = "_thread"

    def __new__(cls, sequence):
        values = tuple(sequence)
        if len(values) != 4:
            raise TypeError(
                "_thread._ExceptHookArgs() takes a 4-sequence "
                f"({len(values)}-sequence given)"
            )
        return tuple.__new__(cls, values)

    def __repr__(self):
        return (
            f"_thread._ExceptHookArgs(exc_type={self[0]!r}, exc_value={self[1]!r}, "
            f"exc_traceback={self[2]!r}, thread={self[3]!r})"
        )

    @property
    def exc_type(self):
        """The exception's class."""
        return self[0]

    @property
    def exc_value(self):
        """The exception."""
        return self[1]

    @property
    def exc_traceback(self):
        """Where it was raised."""
        return self[2]

    @property
    def thread(self):
        """The thread that it ended."""
        return self[3]


ExceptHookArgs = _ExceptHookArgs


def excepthook(args):
    """Print an exception that ended a thread. May be replaced by the program."""
    if not isinstance(args, ExceptHookArgs):
        raise TypeError("_thread.excepthook argument type must be ExceptHookArgs")
    if args.exc_type == SystemExit:
        return
    name = get_ident() if args.thread is None else args.thread.name
    sys.stderr.write(f"Exception in thread {name}:\n")
    sys.stderr.write(_interleave.format_exception(args.exc_value, True))


__excepthook__ = excepthook


def invoke_excepthook(thread, exc):
    """Hand an exception that ended a thread to whatever excepthook() is now."""
    hook = excepthook or __excepthook__
    args = ExceptHookArgs((type(exc), exc, exc.__traceback__, thread))
    try:
        hook(args)
    except Exception as error:
        error.__suppress_context__ = True
        sys.stderr.write("Exception in threading.excepthook:\n")
        sys.excepthook(type(error), error, error.__traceback__)


def _new_name(pattern):
    global _names_given
    _names_given += 1
    return pattern % _names_given


class Thread:
    """A thread of control: give it a target, or override run()."""

    _initialized = False
    # The context that `contextvars` has current here.
    _current_context = None

    def __init__(
        self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None
    ):
        if group is not None:
            raise AssertionError("group argument must be None for now")
        if name:
            name = str(name)
        else:
            name = _new_name("Thread-%d")
            if hasattr(target, "__name__"):
                name += f" ({target.__name__})"
        self._target = target
        self._name = name
        self._args = args
        self._kwargs = {} if kwargs is None else kwargs
        self._daemonic = current_thread().daemon if daemon is None else daemon
        self._ident = None
        self._native_id = None
        self._started = False
        # Held while the thread runs; join() waits for it.
        self._tstate_lock = None
        self._is_stopped = False
        # What the threading.local objects hold in this thread, by their keys.
        self._local_values = None
        self._initialized = True

    def __repr__(self):
        if not self._initialized:
            raise AssertionError("Thread.__init__() was not called")
        self.is_alive()
        status = "initial"
        if self._is_stopped:
            status = "stopped"
        elif self._started:
            status = "started"
        if self._daemonic:
            status += " daemon"
        if self._ident is not None:
            status += f" {self._ident}"
        return f"<{type(self).__name__}({self._name}, {status})>"

    def __reduce__(self):
        raise TypeError("cannot pickle '_thread.lock' object")

    def start(self):
        """Start the thread, which then calls run(). Returns once it is running."""
        if not self._initialized:
            raise RuntimeError("thread.__init__() not called")
        if self._started:
            raise RuntimeError("threads can only be started once")
        _know_threads()
        _limbo[self] = self
        try:
            _interleave.start_thread(self)
        except Exception:
            del _limbo[self]
            raise

    def run(self):
        """What the thread does: call the target."""
        try:
            if type(self._target) is type(len):
                _outside.call(self._target, self._args, self._kwargs)
            elif self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            # A target's arguments often lead back to the thread.
            del self._target, self._args, self._kwargs

    def _bootstrap(self):
        """The whole life of the thread, from its first step to its last."""
        self._register()
        del _limbo[self]
        # Whoever started the thread goes on now.
        _interleave.set_current_thread_object(self)
        try:
            self._bootstrap_inner()
        finally:
            self._local_values = None
            del _active[self._ident]
            if self._tstate_lock is not None:
                self._tstate_lock.release()

    def _bootstrap_inner(self):
        # Named as in CPython, since tracebacks of threads begin here.
        try:
            self.run()
        except BaseException as exc:
            if not isinstance(exc, SystemExit):
                _interleave.tell("raised", self, _interleave.format_exception(exc).splitlines()[-1])
            invoke_excepthook(self, exc)

    def _register(self):
        """Note that the running thread is this one."""
        self._begin(get_ident(), get_native_id())

    def _begin(self, ident, native_id):
        self._ident = ident
        self._native_id = native_id
        self._tstate_lock = _interleave.named_lock(self, "end")
        self._tstate_lock.acquire()
        self._started = True
        _active[ident] = self

    def join(self, timeout=None):
        """Wait until the thread has ended, or the timeout passed."""
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")
        if not self._started:
            raise RuntimeError("cannot join thread before it is started")
        if self is current_thread():
            raise RuntimeError("cannot join current thread")
        if timeout is None:
            self._wait_for_tstate_lock()
        else:
            self._wait_for_tstate_lock(timeout=max(timeout, 0))

    # CPython's names again: programs whose threads have an attribute `_stop` of their
    # own fail in join(), there as here.

    def _wait_for_tstate_lock(self, block=True, timeout=-1):
        lock = self._tstate_lock
        if lock is None:
            return
        try:
            if lock.acquire(block, timeout):
                lock.release()
                self._stop()
        except:
            # CPython cannot tell a lock that it has just acquired from one that the thread still holds: a thread whose
            # join() a signal's handler has broken off passes for ended.
            if lock.locked():
                lock.release()
                self._stop()
            raise

    def _stop(self):
        self._is_stopped = True
        self._tstate_lock = None

    def is_alive(self):
        """Whether the thread has been started and has not ended."""
        self._check_initialized()
        if self._is_stopped or not self._started:
            return False
        self._wait_for_tstate_lock(False)
        return not self._is_stopped

    def _check_initialized(self):
        if not self._initialized:
            raise AssertionError("Thread.__init__() not called")

    @property
    def name(self):
        """The thread's name. Threads may share one."""
        self._check_initialized()
        return self._name

    @name.setter
    def name(self, name):
        self._check_initialized()
        self._name = str(name)

    @property
    def ident(self):
        """The thread's identifier, None before it has been started."""
        self._check_initialized()
        return self._ident

    @property
    def native_id(self):
        """The operating system's number of the thread, None before it has been started."""
        self._check_initialized()
        return self._native_id

    @property
    def daemon(self):
        """Whether the program may end without waiting for the thread."""
        self._check_initialized()
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")
        if self._started:
            raise RuntimeError("cannot set daemon status of active thread")
        self._daemonic = daemonic

    def isDaemon(self):
        """Deprecated: daemon."""
        _interleave.warn(
            "DeprecationWarning",
            "isDaemon() is deprecated, get the daemon attribute instead",
        )
        return self.daemon

    def setDaemon(self, daemonic):
        """Deprecated: daemon."""
        _interleave.warn(
            "DeprecationWarning",
            "setDaemon() is deprecated, set the daemon attribute instead",
        )
        self.daemon = daemonic

    def getName(self):
        """Deprecated: name."""
        _interleave.warn(
            "DeprecationWarning",
            "getName() is deprecated, get the name attribute instead",
        )
        return self.name

    def setName(self, name):
        """Deprecated: name."""
        _interleave.warn(
            "DeprecationWarning",
            "setName() is deprecated, set the name attribute instead",
        )
        self.name = name


class Timer(Thread):
    """A thread that calls a function after an interval, unless cancelled before."""

    def __init__(self, interval, function, args=None, kwargs=None):
        Thread.__init__(self)
        self.interval = interval
        self.function = function
        self.args = [] if args is None else args
        self.kwargs = {} if kwargs is None else kwargs
        self.finished = Event()

    def cancel(self):
        """Prevent the call, if it has not begun."""
        self.finished.set()

    def run(self):
        """Wait for the interval to pass, then call the function."""
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            _outside.call(self.function, self.args, self.kwargs)
        self.finished.set()


class _MainThread(Thread):
    """The thread that runs the main module."""

    def __init__(self):
        Thread.__init__(self, name="MainThread", daemon=False)
        # Another thread may be the first to ask for this object. A process's first
        # thread bears the number of its process.
        self._begin(_interleave.main_ident(), os.getpid())


class _DummyThread(Thread):
    """Stands for a running thread that no Thread object started."""

    def __init__(self):
        Thread.__init__(self, name=_new_name("Dummy-%d"), daemon=True)
        self._register()

    def is_alive(self):
        """Nobody is told when such a thread ends."""
        return True

    def join(self, timeout=None):
        """Nobody is told when such a thread ends."""
        raise AssertionError("cannot join a dummy thread")


def _know_threads():
    """The table of running threads, which begins with the main thread alone."""
    global _active, _limbo, _main_thread
    if _active is None:
        _active = {}
        _limbo = {}
        _main_thread = _MainThread()
    return _active


def main_thread():
    """The thread that runs the main module."""
    _know_threads()
    return _main_thread


def current_thread():
    """The running thread."""
    thread = _interleave.current_thread_object()
    if thread is None:
        thread = _know_threads().get(get_ident()) or _DummyThread()
        _interleave.set_current_thread_object(thread)
    return thread


def currentThread():
    """Deprecated: current_thread()."""
    _interleave.warn(
        "DeprecationWarning",
        "currentThread() is deprecated, use current_thread() instead",
    )
    return current_thread()


def enumerate():
    """All threads that are alive."""
    return [*_know_threads().values(), *_limbo]


def active_count():
    """How many threads are alive."""
    return len(_know_threads()) + len(_limbo)


def activeCount():
    """Deprecated: active_count()."""
    _interleave.warn(
        "DeprecationWarning",
        "activeCount() is deprecated, use active_count() instead",
    )
    return active_count()


def _register_atexit(func, *args, **kwargs):
    """Have a function called at the end of the interpreter, before threads are joined."""
    global _atexit_calls
    if _shutting_down:
        raise RuntimeError("can't register atexit after shutdown")
    if _atexit_calls is None:
        _atexit_calls = []
    _atexit_calls.append((func, args, kwargs))


def _shutdown():
    """The interpreter's end: wait for all threads that are not daemons."""
    global _shutting_down
    if _shutting_down:
        return
    _shutting_down = True
    for func, args, kwargs in reversed(_atexit_calls or ()):
        func(*args, **kwargs)
    main = main_thread()
    if main._ident == get_ident():
        main._tstate_lock.release()
        main._stop()
    while True:
        # Threads may start others while they are waited for.
        awaited = [
            thread._tstate_lock
            for thread in _active.values()
            if not thread._daemonic and thread is not main and thread._tstate_lock is not None
        ]
        if not awaited:
            return
        for lock in awaited:
            lock.acquire()
            lock.release()


def _after_fork():
    """In a forked child: only the thread that forked goes on, as the main thread."""
    global _active, _limbo, _main_thread
    if _active is None:
        return
    survivor = current_thread()
    for thread in enumerate():
        if thread is not survivor:
            thread._stop()
    _limbo = {}
    _active = {}
    _main_thread = survivor
    survivor._register()


class _local:
    """Attributes of which every thread has its own.

    A subclass's __init__ runs again in every thread that uses the object, with the
    arguments that it was created with.
    """

    __module__ = "_thread"

    def __new__(cls, /, *args, **kwargs):
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError("Initialization arguments are not supported")
        self = object.__new__(cls)
        # The key, not the object itself, is in the threads' tables: subclasses may
        # define what makes objects equal.
        object.__setattr__(self, "_local__key", object())
        object.__setattr__(self, "_local__arguments", (args, kwargs))
        # Python itself is about to call __init__ in this thread.
        _values_table()[object.__getattribute__(self, "_local__key")] = {}
        return self

    def __reduce__(self):
        raise TypeError("cannot pickle '_thread._local' object")

    def __getattribute__(self, name):
        values = _values_of(self)
        if name == "__dict__":
            return values
        if name in values and not _is_data_descriptor(type(self), name):
            return values[name]
        if type(self) is _local and not hasattr(_local, name):
            raise _missing(self, name)
        return object.__getattribute__(self, name)

    def __setattr__(self, name, value):
        if name == "__dict__":
            raise _read_only_dict(self)
        values = _values_of(self)
        if _is_data_descriptor(type(self), name):
            object.__setattr__(self, name, value)
        else:
            values[name] = value

    def __delattr__(self, name):
        if name == "__dict__":
            raise _read_only_dict(self)
        values = _values_of(self)
        if _is_data_descriptor(type(self), name):
            object.__delattr__(self, name)
        elif name in values:
            del values[name]
        else:
            raise _missing(self, name)


local = _local


def _class_name(obj):
    return "_thread._local" if type(obj) is _local else type(obj).__name__


def _missing(obj, name):
    return AttributeError(f"'{_class_name(obj)}' object has no attribute '{name}'")


def _read_only_dict(obj):
    return AttributeError(
        f"'{_class_name(obj)}' object attribute '__dict__' is read-only"
    )


def _values_table():
    thread = current_thread()
    if thread._local_values is None:
        thread._local_values = {}
    return thread._local_values


def _values_of(obj):
    """The running thread's attributes of a local object."""
    table = _values_table()
    key = object.__getattribute__(obj, "_local__key")
    if key not in table:
        table[key] = {}
        args, kwargs = object.__getattribute__(obj, "_local__arguments")
        type(obj).__init__(obj, *args, **kwargs)
    return table[key]


def _is_data_descriptor(cls, name):
    """Whether the class, not the object, decides what setting this attribute means."""
    return hasattr(type(getattr(cls, name, None)), "__set__")
