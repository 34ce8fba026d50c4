"""The system, as far as there is one: a process, and what surrounds it."""

import _interleave
import _kernel
from _kernel import close, dup, dup2, getpid, getppid, kill, pipe, read, waitpid, write

__atomic__ = True

name = "posix"
linesep = "\n"
sep = "/"
altsep = None
curdir = "."
pardir = ".."
extsep = "."
pathsep = ":"
devnull = "/dev/null"
error = OSError


def __getattr__(name):
    global environ
    if name == "environ":
        environ = {"HOME": "/", "PATH": "/usr/bin", "USER": "user"}
        return environ
    raise AttributeError(f"module 'os' has no attribute {name!r}")


def getenv(key, default=None):
    """A variable of the environment."""
    variables = environ if "environ" in globals() else __getattr__("environ")
    return variables.get(key, default)


# What waitpid() is asked for.
WNOHANG = 1
WUNTRACED = 2
WCONTINUED = 8
EX_OK = 0

# Functions to be called around a fork: before it, in the parent, in the child.
_at_fork = None


def register_at_fork(*, before=None, after_in_child=None, after_in_parent=None):
    """Have functions called around every fork()."""
    global _at_fork
    if before is None and after_in_child is None and after_in_parent is None:
        raise TypeError("At least one argument is required.")
    if _at_fork is None:
        _at_fork = []
    _at_fork.append((before, after_in_parent, after_in_child))


def fork():
    """Go on as two processes. Returns 0 in the new one, its number in the old one."""
    registered = _at_fork or []
    for before, _, _ in reversed(registered):
        if before is not None:
            before()
    pid = _kernel.fork()
    if pid == 0:
        for module in ("threading", "random", "signal"):
            after = _interleave.module_value(module, "_after_fork")
            if after is not NotImplemented:
                after()
    for _, in_parent, in_child in registered:
        after = in_child if pid == 0 else in_parent
        if after is not None:
            after()
    return pid


def wait():
    """Wait for the end of any child. Returns its number and how it ended."""
    return waitpid(-1, 0)


def WIFEXITED(status):
    """Whether a process ended by itself."""
    return status & 0x7F == 0


def WEXITSTATUS(status):
    """The status with which a process ended by itself."""
    return status >> 8 & 0xFF


def WIFSIGNALED(status):
    """Whether a signal ended a process."""
    return status & 0x7F not in (0, 0x7F)


def WTERMSIG(status):
    """The signal that ended a process."""
    return status & 0x7F


def WIFSTOPPED(status):
    """Whether a process is stopped: none ever is."""
    return status & 0xFF == 0x7F


def WCOREDUMP(status):
    """Whether a process left a picture of its memory: none does."""
    return False


def waitstatus_to_exitcode(status):
    """What a process ended with: its status, or minus the signal."""
    if WIFEXITED(status):
        return WEXITSTATUS(status)
    if WIFSIGNALED(status):
        return -WTERMSIG(status)
    raise ValueError(f"invalid wait status: {status}")


def WIFCONTINUED(status):
    """Whether a stopped process went on: none ever is stopped."""
    return status == 0xFFFF


def WSTOPSIG(status):
    """The signal that stopped a process."""
    return status >> 8 & 0xFF


def abort():
    """End the process as a crash does."""
    kill(getpid(), 6)


def strerror(code, /):
    """What an error number means."""
    texts = (
        (1, "Operation not permitted"), (2, "No such file or directory"), (3, "No such process"),
        (4, "Interrupted system call"), (5, "Input/output error"), (9, "Bad file descriptor"),
        (10, "No child processes"), (11, "Resource temporarily unavailable"),
        (12, "Cannot allocate memory"), (13, "Permission denied"), (17, "File exists"),
        (22, "Invalid argument"), (24, "Too many open files"), (32, "Broken pipe"),
        (38, "Function not implemented"), (88, "Socket operation on non-socket"),
        (98, "Address already in use"), (104, "Connection reset by peer"),
        (110, "Connection timed out"), (111, "Connection refused"),
    )
    return dict(texts).get(code, f"Unknown error {code}")


def sched_yield():
    """Nothing: CPython 3.11 keeps the GIL around it."""


def sched_getaffinity(pid, /):
    """The processors on which a process may run."""
    return set(range(cpu_count()))


def cpu_count():
    """How many processors there are."""
    return _kernel.cores()


def _exit(status):
    """End the process at once."""
    _interleave.exit_process(status)


def urandom(size, /):
    """Bytes that nobody can foresee."""
    if size < 0:
        raise ValueError("negative argument not allowed")
    found = b""
    while len(found) < size:
        found += _interleave.entropy().to_bytes(32, "little")
    return found[:size]


def fspath(path):
    """The text of a path."""
    if isinstance(path, (str, bytes)):
        return path
    method = getattr(type(path), "__fspath__", None)
    if method is not None:
        found = method(path)
        if isinstance(found, (str, bytes)):
            return found
        raise TypeError(
            f"expected {type(path).__name__}.__fspath__() to return str or bytes, not {type(found).__name__}"
        )
    raise TypeError(f"expected str, bytes or os.PathLike object, not {type(path).__name__}")


def getcwd():
    """Where the program was started."""
    return "/"
