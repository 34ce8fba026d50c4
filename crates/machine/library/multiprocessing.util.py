"""What multiprocessing's modules share: logging, finalizers, the end of a process."""

import atexit
import os
import sys
import threading
import weakref
from time import monotonic as _monotonic

__atomic__ = True

__all__ = (
    "sub_debug", "debug", "info", "sub_warning", "get_logger", "log_to_stderr", "is_exiting",
    "Finalize", "register_after_fork", "ForkAwareLocal", "SUBDEBUG", "SUBWARNING",
)

NOTSET = 0
SUBDEBUG = 5
DEBUG = 10
INFO = 20
SUBWARNING = 25

LOGGER_NAME = "multiprocessing"
DEFAULT_LOGGING_FORMAT = "[%(levelname)s/%(processName)s] %(message)s"

# Logging.

_logger = None
_logs_to_stderr = False


def _log(level, message, args):
    if _logger is not None:
        _logger.log(level, message, *args)


def sub_debug(message, *args):
    """Log on the level below debug."""
    _log(SUBDEBUG, message, args)


def debug(message, *args):
    """Log on the level of debugging."""
    _log(DEBUG, message, args)


def info(message, *args):
    """Log on the level of information."""
    _log(INFO, message, args)


def sub_warning(message, *args):
    """Log on the level below warning."""
    _log(SUBWARNING, message, args)


def get_logger():
    """The logger of multiprocessing, which writes nowhere at first."""
    global _logger
    if _logger is None:
        import logging

        _logger = logging.getLogger(LOGGER_NAME)
        _logger.propagate = 0
        _register_exit()
    return _logger


def log_to_stderr(level=None):
    """Have the logger write to stderr; returns it."""
    global _logs_to_stderr
    import logging

    logger = get_logger()
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter(DEFAULT_LOGGING_FORMAT))
    logger.addHandler(handler)
    if level:
        logger.setLevel(level)
    _logs_to_stderr = True
    return logger


# What has to happen in a forked child.

_after_fork = None


def register_after_fork(obj, func):
    """Have func(obj) called in children, as long as there is the object."""
    global _after_fork
    if _after_fork is None:
        _after_fork = []
    _after_fork.append((weakref.ref(obj), func))


def begin_in_child():
    """At the beginning of a child: forget what is the parent's, and adapt what is shared."""
    global _exiting
    _exiting = False
    if _finalizers is not None:
        _finalizers.clear()
    _register_exit()
    for reference, func in list(_after_fork or ()):
        obj = reference()
        if obj is not None:
            func(obj)


class ForkAwareLocal(threading.local):
    """Attributes of which every thread has its own, and a child none."""

    def __init__(self):
        register_after_fork(self, _clear)

    def __reduce__(self):
        return type(self), ()


def _clear(obj):
    obj.__dict__.clear()


# Finalizers.

# By the order in which they were made.
_finalizers = None
_finalizers_made = 0


class Finalize:
    """A call that is made when an object goes, or at the end of the process, once."""

    def __init__(self, obj, callback, args=(), kwargs=None, exitpriority=None):
        global _finalizers, _finalizers_made
        if exitpriority is not None and not isinstance(exitpriority, int):
            raise TypeError(
                f"Exitpriority ({exitpriority!r}) must be None or int, not {type(exitpriority)!s}"
            )
        if obj is None and exitpriority is None:
            raise ValueError("Without object, exitpriority cannot be None")
        self._weakref = None if obj is None else weakref.ref(obj, self)
        self._callback = callback
        self._args = args
        self._kwargs = kwargs or {}
        self._pid = os.getpid()
        _finalizers_made += 1
        self._key = (exitpriority, _finalizers_made)
        if _finalizers is None:
            _finalizers = {}
        _finalizers[self._key] = self
        _register_exit()

    def __call__(self, wr=None):
        """Make the call, unless it was made or cancelled."""
        if _finalizers.pop(self._key, None) is None:
            return None
        result = None
        # A child has copies of its parent's finalizers.
        if self._pid == os.getpid():
            result = self._callback(*self._args, **self._kwargs)
        self._forget()
        return result

    def cancel(self):
        """Never make the call."""
        if _finalizers.pop(self._key, None) is not None:
            self._forget()

    def _forget(self):
        self._weakref = self._callback = self._args = self._kwargs = None

    def still_active(self):
        """Whether the call has been neither made nor cancelled."""
        return self._key in _finalizers

    def __repr__(self):
        if self._callback is None:
            return f"<{type(self).__name__} object, dead>"
        name = getattr(self._callback, "__name__", self._callback)
        words = [f"<{type(self).__name__} object, callback={name}"]
        if self._args:
            words.append(f"args={self._args!s}")
        if self._kwargs:
            words.append(f"kwargs={self._kwargs!s}")
        if self._key[0] is not None:
            words.append(f"exitpriority={self._key[0]!s}")
        return ", ".join(words) + ">"


def _run_finalizers(minpriority=None):
    """Make the calls that have a priority, or one so high; the highest and latest first."""
    keys = [
        key
        for key in _finalizers or ()
        if key[0] is not None and (minpriority is None or key[0] >= minpriority)
    ]
    for key in sorted(keys, reverse=True):
        finalizer = _finalizers.get(key)
        if finalizer is not None:
            sub_debug("calling %s", finalizer)
            try:
                finalizer()
            except Exception:
                import traceback

                traceback.print_exc()


# The end of the process.

_exiting = False
_exit_registered = False


def is_exiting():
    """Whether the process is about to end."""
    return _exiting


def _register_exit():
    global _exit_registered
    if not _exit_registered:
        _exit_registered = True
        atexit.register(_exit_function)


def _exit_function():
    """Run finalizers, terminate children that are daemons, wait for the others."""
    from multiprocessing.process import active_children

    global _exiting
    if _exiting:
        return
    _exiting = True
    info("process shutting down")
    debug('running all "atexit" finalizers with priority >= 0')
    _run_finalizers(0)
    for process in active_children():
        if process.daemon:
            info("calling terminate() for daemon %s", process.name)
            process._popen.terminate()
    for process in active_children():
        info("calling join() for process %s", process.name)
        process.join()
    debug('running the remaining "atexit" finalizers')
    _run_finalizers()


def wait_for(condition, predicate, timeout):
    """Wait for a condition until the predicate is true; returns its value, also after the timeout."""
    result = predicate()
    if result:
        return result
    deadline = None if timeout is None else _monotonic() + timeout
    while not result:
        if deadline is not None:
            timeout = deadline - _monotonic()
            if timeout <= 0:
                break
        in_time = condition.wait(timeout)
        result = predicate()
        if not in_time:
            break
    return result


def flush_std_streams():
    """Let out what was written and held back."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (AttributeError, ValueError):
            # The program has put something else in its place, or closed it.
            pass
