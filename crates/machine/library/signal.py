"""Signals: what a process does about them. Handlers run in the main thread, between two instructions or in the midst of a wait."""

import _interleave
import _kernel
import math
import os
from _thread import get_ident
from time import monotonic as _monotonic
from time import sleep as _sleep

__atomic__ = True

__all__ = (
    "Handlers", "ITIMER_REAL", "ItimerError", "NSIG", "SIGABRT", "SIGALRM", "SIGBUS", "SIGCHLD",
    "SIGCLD", "SIGCONT", "SIGFPE", "SIGHUP", "SIGILL", "SIGINT", "SIGIO", "SIGIOT", "SIGKILL",
    "SIGPIPE", "SIGPOLL", "SIGPROF", "SIGPWR", "SIGQUIT", "SIGRTMAX", "SIGRTMIN", "SIGSEGV",
    "SIGSTKFLT", "SIGSTOP", "SIGSYS", "SIGTERM", "SIGTRAP", "SIGTSTP", "SIGTTIN", "SIGTTOU",
    "SIGURG", "SIGUSR1", "SIGUSR2", "SIGVTALRM", "SIGWINCH", "SIGXCPU", "SIGXFSZ", "SIG_BLOCK",
    "SIG_DFL", "SIG_IGN", "SIG_SETMASK", "SIG_UNBLOCK", "Sigmasks", "Signals", "alarm", "default_int_handler", "getitimer", "getsignal", "pause",
    "pthread_kill", "pthread_sigmask", "raise_signal", "setitimer", "siginterrupt", "signal",
    "sigpending", "sigwait", "strsignal", "valid_signals",
)

NSIG = 65
ITIMER_REAL = 0

# Names of the signals from 1 on, and what strsignal(3) says of them.
_KNOWN = (
    "SIGHUP Hangup|SIGINT Interrupt|SIGQUIT Quit|SIGILL Illegal instruction"
    "|SIGTRAP Trace/breakpoint trap|SIGABRT Aborted|SIGBUS Bus error"
    "|SIGFPE Floating point exception|SIGKILL Killed|SIGUSR1 User defined signal 1"
    "|SIGSEGV Segmentation fault|SIGUSR2 User defined signal 2|SIGPIPE Broken pipe"
    "|SIGALRM Alarm clock|SIGTERM Terminated|SIGSTKFLT Stack fault|SIGCHLD Child exited"
    "|SIGCONT Continued|SIGSTOP Stopped (signal)|SIGTSTP Stopped|SIGTTIN Stopped (tty input)"
    "|SIGTTOU Stopped (tty output)|SIGURG Urgent I/O condition|SIGXCPU CPU time limit exceeded"
    "|SIGXFSZ File size limit exceeded|SIGVTALRM Virtual timer expired"
    "|SIGPROF Profiling timer expired|SIGWINCH Window changed|SIGIO I/O possible"
    "|SIGPWR Power failure|SIGSYS Bad system call"
)
_ALSO_KNOWN = (("SIGIOT", 6), ("SIGCLD", 17), ("SIGPOLL", 29), ("SIGRTMIN", 34), ("SIGRTMAX", 64))

_SIGINT = 2
_SIGALRM = 14
_FIXED = (9, 19, 32, 33)
_IGNORED_BY_PYTHON = (13, 25)

# What is done about a signal, as the kernel is told.
_DEFAULT = 0
_IGNORE = 1
_CALL = 2
_RAISE = 3

# Functions of the program, and the numbers of what else it has asked for, by signal.
_handlers = None
# What setitimer() has started, until it is over.
_timer = None


def __getattr__(name):
    global Signals, Handlers, Sigmasks
    if name == "Signals":
        from enum import IntEnum

        names = [item.partition(" ")[0] for item in _KNOWN.split("|")]
        members = [*zip(names, range(1, NSIG)), *_ALSO_KNOWN]
        Signals = IntEnum("Signals", members, module="signal")
        return Signals
    if name == "Handlers":
        from enum import IntEnum

        Handlers = IntEnum("Handlers", [("SIG_DFL", 0), ("SIG_IGN", 1)], module="signal")
        return Handlers
    if name == "Sigmasks":
        from enum import IntEnum

        members = [("SIG_BLOCK", 0), ("SIG_UNBLOCK", 1), ("SIG_SETMASK", 2)]
        Sigmasks = IntEnum("Sigmasks", members, module="signal")
        return Sigmasks
    if name in ("SIG_BLOCK", "SIG_UNBLOCK", "SIG_SETMASK"):
        return getattr(_enum("Sigmasks"), name)
    if name in ("SIG_DFL", "SIG_IGN"):
        return getattr(_enum("Handlers"), name)
    if name in __all__:
        return getattr(_enum("Signals"), name)
    raise AttributeError(f"module 'signal' has no attribute {name!r}")


def _enum(name):
    return globals()[name] if name in globals() else __getattr__(name)


def _member(value, name):
    """The member of an enumeration with a value, or the value itself."""
    try:
        return _enum(name)(value)
    except ValueError:
        return value


def _in_range(number):
    if not isinstance(number, int):
        raise TypeError(
            f"'{_interleave.type_name(number)}' object cannot be interpreted as an integer"
        )
    if not 1 <= number < NSIG:
        raise ValueError("signal number out of range")
    return int(number)


def signal(signalnum, handler, /):
    """Say what a signal does; returns what it did before."""
    global _handlers
    try:
        handler = int(handler)
    except (TypeError, ValueError):
        pass
    if get_ident() != _interleave.main_ident():
        raise ValueError("signal only works in main thread of the main interpreter")
    number = _in_range(signalnum)
    if handler is default_int_handler:
        action = _RAISE if number == _SIGINT else _CALL
    elif callable(handler):
        action = _CALL
    elif handler in (_DEFAULT, _IGNORE):
        action = handler
    else:
        raise TypeError(
            "signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object"
        )
    if number in _FIXED:
        raise OSError(22, "Invalid argument")
    before = getsignal(number)
    if _handlers is None:
        _handlers = {}
    _handlers[number] = handler
    _kernel.on_signal(number, action)
    return before


def getsignal(signalnum, /):
    """What a signal does: a function, SIG_IGN, SIG_DFL."""
    number = _in_range(signalnum)
    if _handlers is not None and number in _handlers:
        handler = _handlers[number]
    elif number == _SIGINT:
        handler = default_int_handler
    else:
        handler = _IGNORE if number in _IGNORED_BY_PYTHON else _DEFAULT
    return handler if callable(handler) else _member(handler, "Handlers")


def default_int_handler(signalnum, frame, /):
    """What SIGINT does at first."""
    raise KeyboardInterrupt


def raise_signal(signalnum, /):
    """Send a signal to the running thread."""
    if not 0 <= signalnum < NSIG:
        raise OSError(22, "Invalid argument")
    if signalnum and not _kernel.interrupt(signalnum):
        os.kill(os.getpid(), signalnum)


def pthread_kill(thread_id, signalnum, /):
    """Send a signal to a thread; whichever it is, the main thread handles it."""
    if not 0 <= signalnum < NSIG:
        raise OSError(22, "Invalid argument")
    if thread_id == _interleave.main_ident():
        os.kill(os.getpid(), signalnum)
    else:
        raise_signal(signalnum)


def siginterrupt(signalnum, flag, /):
    """Calls that a signal has interrupted are always begun again."""
    if _in_range(signalnum) in _FIXED:
        raise OSError(22, "Invalid argument")


def strsignal(signalnum, /):
    """What a signal means, in words; None if it means nothing."""
    number = _in_range(signalnum)
    if number >= 34:
        return f"Real-time signal {number - 34}"
    words = _KNOWN.split("|")
    return words[number - 1].partition(" ")[2] if number <= len(words) else None


def valid_signals():
    """All signals that there are."""
    return {_member(number, "Signals") for number in range(1, NSIG) if number not in (32, 33)}


def _set_of(signals):
    numbers = set()
    for number in signals:
        if not isinstance(number, int):
            kind = _interleave.type_name(number)
            raise TypeError(f"'{kind}' object cannot be interpreted as an integer")
        if not 1 <= number < NSIG:
            raise ValueError(f"signal number {int(number)} out of range [1; {NSIG - 1}]")
        numbers.add(int(number))
    return numbers


def _members(numbers):
    return {_member(number, "Signals") for number in numbers}


def pthread_sigmask(how, mask):
    """Change which signals are kept when they come, for all threads; returns which those were."""
    mask = _set_of(mask)
    before = set(_kernel.blocked())
    match how:
        case 0:
            mask |= before
        case 1:
            mask = before - mask
        case 2:
            pass
        case _:
            raise OSError(22, "Invalid argument")
    for number in _kernel.block(tuple(mask)):
        os.kill(os.getpid(), number)
    return _members(before)


def sigpending():
    """The signals that have come and are kept."""
    return _members(_kernel.held())


def sigwait(sigset, /):
    """Wait until one of some signals that are kept has come; returns it."""
    return _member(_kernel.wait_signal(tuple(_set_of(sigset)), None), "Signals")


def pause():
    """Wait until a signal has been handled."""
    lock = _interleave.named_lock(None, "waiter")
    lock.acquire()
    while _kernel.once(type(lock).acquire, (lock,), {}) is not NotImplemented:
        lock.acquire(False)
    _interleave.hear_signals()


# Timers.


class itimer_error(OSError):
    """A timer was asked for what it cannot do."""


ItimerError = itimer_error


class _Timer:
    """A timer of the kernel, while it is the one that counts."""

    def __init__(self, seconds, interval):
        self.seconds = seconds
        self.interval = interval
        self.due = _monotonic() + seconds


def _run(timer):
    """What the kernel does: send SIGALRM when the time has come, and again after each interval."""
    global _timer
    seconds = timer.seconds
    while True:
        _sleep(seconds)
        if _timer is not timer:
            return
        if timer.interval > 0:
            seconds = timer.interval
            timer.due += seconds
        else:
            _timer = None
        os.kill(os.getpid(), _SIGALRM)
        if _timer is not timer:
            return


def setitimer(which, seconds, interval=0.0, /):
    """Have SIGALRM sent after some seconds, and then after each interval; returns what was left of the timer before."""
    global _timer
    for time in (seconds, interval):
        if not isinstance(time, (int, float)):
            raise TypeError(
                f"'{_interleave.type_name(time)}' object cannot be interpreted as an integer"
            )
    if which != ITIMER_REAL or seconds < 0 or interval < 0:
        raise itimer_error(22, "Invalid argument")
    before = getitimer(which)
    _timer = None
    if seconds > 0:
        _timer = _Timer(seconds, interval)
        _kernel.start_timer(_run, _timer)
    return before


def getitimer(which, /):
    """What is left of the timer, and its interval."""
    if which != ITIMER_REAL:
        raise itimer_error(22, "Invalid argument")
    if _timer is None:
        return (0.0, 0.0)
    return (max(_timer.due - _monotonic(), 0.0), float(_timer.interval))


def alarm(seconds, /):
    """Have SIGALRM sent after so many seconds, 0: never; returns how many were left of the alarm before."""
    if not isinstance(seconds, int):
        raise TypeError(
            f"'{_interleave.type_name(seconds)}' object cannot be interpreted as an integer"
        )
    left, _ = setitimer(ITIMER_REAL, max(seconds, 0))
    # An alarm that is set has at least a second left (`alarm_setitimer` in Linux's kernel/time/itimer.c).
    return max(math.floor(left + 0.5), 1) if left > 0 else 0


def _after_fork():
    """A child has no timers."""
    global _timer
    _timer = None
