"""The system, as far as there is one: a process, and what surrounds it."""

import _interleave

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


def getpid():
    """The number of this process."""
    return 1000


def getppid():
    """The number of the process that began this one."""
    return 1


def cpu_count():
    """How many processors there are."""
    return 4


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
    raise TypeError(f"expected str, bytes or os.PathLike object, not {type(path).__name__}")


def getcwd():
    """Where the program was started."""
    return "/"
