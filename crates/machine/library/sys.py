"""The interpreter, as far as a program can see it."""

import _interleave
from _interleave import getrecursionlimit, getsizeof, setrecursionlimit

__atomic__ = True

byteorder = "little"
copyright = "Copyright (c) 2001-2023 Python Software Foundation."
executable = "/usr/bin/python3"
hexversion = 0x030B02F0
maxsize = 9223372036854775807
maxunicode = 1114111
platform = "linux"
prefix = exec_prefix = base_prefix = "/usr"
version = "3.11.2 (main) [Interleave]"
dont_write_bytecode = False
builtin_module_names = ("_thread", "builtins", "sys", "time")

_asyncgen_hooks = None


class _Stream:
    """A text file that is the terminal."""

    encoding = "utf-8"
    errors = "strict"
    mode = "w"
    newlines = None
    closed = False
    line_buffering = True

    def __init__(self, number, name):
        self._number = number
        self.name = name

    def write(self, text):
        """Write a text; returns its length."""
        _interleave.write(self._number, text)
        return len(text)

    def writelines(self, lines):
        """Write several texts."""
        for line in lines:
            self.write(line)

    def flush(self):
        """Let out what was written of a line that has not ended."""
        if self._number == 1:
            _interleave.flush()

    def isatty(self):
        """Whether it is a terminal."""
        return True

    def fileno(self):
        """The number that the system has for it."""
        return self._number

    def readable(self):
        """Whether it can be read from."""
        return False

    def writable(self):
        """Whether it can be written to."""
        return True

    def seekable(self):
        """Whether it has positions."""
        return False

    def reconfigure(self, **options):
        """Change how it encodes and buffers, which makes no difference here."""

    def close(self):
        """Only flushed: the terminal stays."""
        self.flush()

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        self.close()

    def __reduce__(self):
        raise TypeError("cannot pickle '_io.TextIOWrapper' object")

    def __repr__(self):
        return f"<_io.TextIOWrapper name={self.name!r} mode='w' encoding='utf-8'>"


class _Record(tuple):
    """A tuple whose items have names."""

    __slots__ = ()
    _title = ""
    _names = ()

    def __getattr__(self, name):
        if name in self._names:
            return self[self._names.index(name)]
        raise AttributeError(f"'{self._title}' object has no attribute {name!r}")

    def __repr__(self):
        items = ", ".join([f"{name}={item!r}" for name, item in zip(self._names, self)])
        return f"{self._title}({items})"


class _VersionInfo(_Record):
    __slots__ = ()
    _title = "sys.version_info"
    _names = ("major", "minor", "micro", "releaselevel", "serial")


class _FloatInfo(_Record):
    __slots__ = ()
    _title = "sys.float_info"
    _names = (
        "max", "max_exp", "max_10_exp", "min", "min_exp", "min_10_exp", "dig", "mant_dig",
        "epsilon", "radix", "rounds",
    )


class _IntInfo(_Record):
    __slots__ = ()
    _title = "sys.int_info"
    _names = (
        "bits_per_digit", "sizeof_digit", "default_max_str_digits",
        "str_digits_check_threshold",
    )


class _HashInfo(_Record):
    __slots__ = ()
    _title = "sys.hash_info"
    _names = (
        "width", "modulus", "inf", "nan", "imag", "algorithm", "hash_bits", "seed_bits",
        "cutoff",
    )


class _ThreadInfo(_Record):
    __slots__ = ()
    _title = "sys.thread_info"
    _names = ("name", "lock", "version")


class _AsyncgenHooks(_Record):
    __slots__ = ()
    _title = "sys.asyncgen_hooks"
    _names = ("firstiter", "finalizer")


class _Implementation:
    name = "cpython"
    cache_tag = "cpython-311"

    def __init__(self):
        self.version = _VersionInfo((3, 11, 2, "final", 0))


def __getattr__(name):
    global stdout, stderr, stdin, __stdout__, __stderr__, argv, path, modules, warnoptions
    match name:
        case "stdout" | "__stdout__":
            stdout = __stdout__ = _Stream(1, "<stdout>")
            return stdout
        case "stderr" | "__stderr__":
            stderr = __stderr__ = _Stream(2, "<stderr>")
            return stderr
        case "argv":
            argv = _interleave.arguments()
            return argv
        case "path":
            path = [""]
            return path
        case "warnoptions":
            warnoptions = []
            return warnoptions
        case "modules":
            modules = {module.__name__: module for module in _interleave.modules()}
            if "__mp_main__" in modules:
                modules["__main__"] = modules["__mp_main__"]
            return modules
    return _information(name)


def _information(name):
    global version_info, float_info, int_info, hash_info, thread_info, implementation
    match name:
        case "version_info":
            version_info = _VersionInfo((3, 11, 2, "final", 0))
            return version_info
        case "float_info":
            largest = 1.7976931348623157e308
            least = 2.2250738585072014e-308
            float_info = _FloatInfo((
                largest, 1024, 308, least, -1021, -307, 15, 53, 2.220446049250313e-16, 2, 1,
            ))
            return float_info
        case "int_info":
            int_info = _IntInfo((30, 4, 4300, 640))
            return int_info
        case "hash_info":
            hash_info = _HashInfo((64, 2**61 - 1, 314159, 0, 1000003, "siphash13", 64, 128, 0))
            return hash_info
        case "thread_info":
            thread_info = _ThreadInfo(("pthread", "semaphore", None))
            return thread_info
        case "implementation":
            implementation = _Implementation()
            return implementation
    raise AttributeError(f"module 'sys' has no attribute {name!r}")


def exit(status=None):
    """Raise SystemExit."""
    if status is None:
        raise SystemExit
    raise SystemExit(status)


def excepthook(typ, value, traceback):
    """Show an exception that nobody caught."""
    _attribute("stderr").write(_interleave.format_exception(value, True))


__excepthook__ = excepthook


def unraisablehook(unraisable):
    """Show an exception that could not be raised."""
    _attribute("stderr").write(_interleave.format_exception(unraisable.exc_value))


__unraisablehook__ = unraisablehook


def _attribute(name):
    return globals()[name] if name in globals() else __getattr__(name)


def exc_info():
    """The exception that is being handled: its type, itself and its traceback."""
    handled = _interleave.handled()
    if handled is None:
        return (None, None, None)
    return (type(handled), handled, handled.__traceback__)


def exception():
    """The exception that is being handled."""
    return _interleave.handled()


def getswitchinterval():
    """How long a thread runs before it is asked to let others run."""
    return 1e-6 * _interleave.switch_interval()


def setswitchinterval(interval, /):
    """Whole microseconds, at most some thousand years."""
    if not (hasattr(type(interval), "__float__") or hasattr(type(interval), "__index__")):
        raise TypeError(f"must be real number, not {type(interval).__name__}")
    interval = float(interval)
    if interval <= 0:
        raise ValueError("switch interval must be strictly positive")
    _interleave.set_switch_interval(int(min(1e6 * interval, 1e17)))


def getdefaultencoding():
    """What texts are encoded as."""
    return "utf-8"


def getfilesystemencoding():
    """What names of files are encoded as."""
    return "utf-8"


def intern(string, /):
    """The same text, which is the same object as any other of its kind."""
    if not isinstance(string, str):
        raise TypeError(f"intern() argument must be str, not {type(string).__name__}")
    return string


def is_finalizing():
    """Whether the interpreter is ending."""
    return False


def gettrace():
    """What is called for each line; nothing is."""


def getprofile():
    """What is called for each call; nothing is."""


def get_asyncgen_hooks():
    """What is called for asynchronous generators."""
    return _AsyncgenHooks((None, None) if _asyncgen_hooks is None else _asyncgen_hooks)


def set_asyncgen_hooks(firstiter=None, finalizer=None):
    """Change what is called for asynchronous generators."""
    global _asyncgen_hooks
    _asyncgen_hooks = (firstiter, finalizer)


def get_coroutine_origin_tracking_depth():
    """How much coroutines know of where they were made: nothing."""
    return 0
