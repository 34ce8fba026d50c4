"""The machine's intrinsics on top of CPython, for testing the library's modules there."""

import _thread
import io
import os
import sys

_current = _thread._local()
_main_ident = _thread.get_ident()


def _after_fork():
    """As the machine does: the thread that forked is the child's main thread."""
    global _main_ident
    _main_ident = _thread.get_ident()
    if "threading" in sys.modules:
        sys.modules["threading"]._after_fork()


os.register_at_fork(after_in_child=_after_fork)


def start_thread(thread):
    """Start a thread that calls `thread._bootstrap()`."""
    _thread.start_new_thread(thread._bootstrap, ())


def current_thread_object():
    """The Thread object of the running thread, None when it has none yet."""
    return getattr(_current, "thread", None)


def set_current_thread_object(thread):
    """Make `thread` the Thread object of the running thread."""
    _current.thread = thread


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
    import builtins
    import warnings

    warnings.warn(message, getattr(builtins, category_name), stacklevel=3)


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
