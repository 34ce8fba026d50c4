"""The machine's intrinsics on top of CPython, for testing the library's modules there."""

import _random
import _thread
import atexit
import builtins
import io
import linecache
import os
import sys
import traceback
import warnings

_current = _thread._local()
_main_ident = _thread.get_ident()
_LIBRARY = os.path.dirname(os.path.dirname(os.path.abspath(__file__))) + os.sep


def _after_fork():
    """As the machine does: the thread that forked is the child's main thread."""
    global _main_ident
    _main_ident = _thread.get_ident()
    for name in ("threading", "random"):
        if hasattr(sys.modules.get(name), "_after_fork"):
            sys.modules[name]._after_fork()


os.register_at_fork(after_in_child=_after_fork)


_gates = {}


def start_thread(thread):
    """Start a thread that calls `thread._bootstrap()`; returns once that has called `set_current_thread_object`."""
    gate = _thread.allocate_lock()
    gate.acquire()
    _gates[thread] = gate
    _thread.start_new_thread(thread._bootstrap, ())
    gate.acquire()


def current_thread_object():
    """The Thread object of the running thread, None when it has none yet."""
    return getattr(_current, "thread", None)


def set_current_thread_object(thread):
    """Make `thread` the Thread object of the running thread."""
    _current.thread = thread
    gate = _gates.pop(thread, None)
    if gate is not None:
        gate.release()


def main_ident():
    """The identifier of the thread that runs the main module."""
    return _main_ident


def tell(what, obj, detail=None):
    """An event for the trace. Nobody traces here. The library tells

    of conditions, and of whatever owns one: "notify", with how many are woken;
    of events: "set", "clear";
    of semaphores: "acquired", "released", with the permits left;
    of barriers: "tripped", with the parties, "broken", "reset";
    of queues: "put", "get", with the items left, "task_done", with the tasks left;
    of futures: "state", with the new state.
    """


def named_lock(owner, role):
    """A lock which the trace shows as belonging to `owner`.

    Its role is "mutex" when it protects the owner, "waiter" when a thread sleeps on it until
    the owner lets it go on, and for threads "start" (start() waits for the thread's first
    step) or "end" (join() waits for its last).
    """
    return _thread.allocate_lock()


def write(stream, text):
    """Write to stdout (1) or stderr (2) as the program itself would."""
    (sys.stdout if stream == 1 else sys.stderr).write(text)


def exit_process(status):
    """End the process at once."""
    os._exit(status)


def warn(category_name, message):
    """Warn, at the place in the program that called the library function."""
    frame = _program_frame()
    registry = frame.f_globals.setdefault("__warningregistry__", {})
    warnings.warn_explicit(
        message,
        getattr(builtins, category_name),
        frame.f_code.co_filename,
        frame.f_lineno,
        frame.f_globals.get("__name__"),
        registry,
    )


def format_exception(exc):
    """The text of an exception's traceback, as the interpreter prints it."""
    # Not the traceback module, which knows less: no suggestions of similar names.
    stderr = sys.stderr
    sys.stderr = io.StringIO()
    try:
        sys.__excepthook__(type(exc), exc, exc.__traceback__)
        return sys.stderr.getvalue()
    finally:
        sys.stderr = stderr


def lookup(cls, name):
    """The attribute `name` along the bases of `cls` alone, unbound; None if there is none."""
    for base in cls.__mro__:
        if name in vars(base):
            return vars(base)[name]
    return None


def _program_frame(levels=0):
    """The innermost frame outside the library, or one so many calls further out.

    Where there are not so many, as in a thread that runs only library code, the outermost.
    """
    frame = sys._getframe(1)
    while frame.f_back is not None:
        if not frame.f_code.co_filename.startswith(_LIBRARY):
            if levels == 0:
                break
            levels -= 1
        frame = frame.f_back
    return frame


def caller(levels=0):
    """Where the program itself is: file, line, function and module of its innermost frame.

    With `levels`, of the frame so many calls further out.
    """
    frame = _program_frame(levels)
    code = frame.f_code
    return code.co_filename, frame.f_lineno, code.co_name, frame.f_globals.get("__name__")


def work(nanoseconds):
    """C code has just worked so long without the GIL. CPython measures that itself."""


def mersenne(seed):
    """A Mersenne Twister, seeded with an int as `seed` does it."""
    return _random.Random(seed)


def entropy():
    """A large int that nobody can foresee; an input of the run."""
    return int.from_bytes(os.urandom(32), "little")


def reduce(obj):
    """How `object` itself describes an instance: what `__reduce_ex__(4)` returns."""
    return obj.__reduce_ex__(4)


def format_stack():
    """The program's own frames as text, the innermost last."""
    frames = traceback.extract_stack(sys._getframe(1))
    return "".join(
        traceback.format_list([f for f in frames if not f.filename.startswith(_LIBRARY)])
    )


def format_traceback(tb):
    """The text of a traceback's frames."""
    return "".join(traceback.format_tb(tb))


def arguments():
    """A new list of what the program was started with."""
    return list(sys.argv)


def source_line(file, line):
    """A line of the program's source without its indentation; empty if there is none."""
    return linecache.getline(file, line).strip()


def at_exit(function):
    """Call a function when the interpreter ends, after the non-daemon threads."""
    atexit.register(function)
