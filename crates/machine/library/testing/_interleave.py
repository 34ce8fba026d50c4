"""The machine's intrinsics on top of CPython, for testing the library's modules there."""

import _thread
import io
import os
import sys

_current = _thread._local()
_main_ident = _thread.get_ident()
# Monkey patching must not reach what stands for the machine itself.
_allocate_lock = _thread.allocate_lock


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
    of futures: "state", with the new state;
    of asyncio's tasks: "task created", with the name, "task resumed", "task suspended", with
    what it waits for as (owner, role) or nothing, "task done", with "result", "exception" or
    "cancelled";
    of greenlets: "greenlet switch", of the one that runs from now on, "greenlet waits", with
    what for as (owner, role).
    """


def named_lock(owner, role):
    """A lock which the trace shows as belonging to `owner`.

    Its role is "mutex" when it protects the owner, "waiter" when a thread sleeps on it until
    the owner lets it go on, and for threads "start" (start() waits for the thread's first
    step) or "end" (join() waits for its last), for event loops "wake-up" (they sleep on it).
    """
    return _allocate_lock()


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


def current_fiberlet():
    """The stack that is running."""
    return _fiberlets().current()


def Fiberlet(begin):
    """A stack on which `begin()` is called when it is first resumed.

    `resume` suspends the running stack and goes on with this one; it returns when that is
    resumed. `begin` returns the Fiberlet to go on with when its own stack has come to its end.
    """
    return _fiberlets()(begin)


_fiberlet_type = None


def _fiberlets():
    """The type of fiberlets: made of the installed greenlet package, whose name we have taken."""
    global _fiberlet_type
    if _fiberlet_type is not None:
        return _fiberlet_type

    import importlib.machinery
    import importlib.util

    package = importlib.machinery.PathFinder.find_spec("greenlet")
    finder = importlib.machinery.FileFinder(
        package.submodule_search_locations[0],
        (importlib.machinery.ExtensionFileLoader, importlib.machinery.EXTENSION_SUFFIXES),
    )
    spec = finder.find_spec("_greenlet")
    native = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(native)

    class Fiberlet:
        def __init__(self, begin):
            self.stack = native.greenlet(self.run)
            self.begin = begin

        @staticmethod
        def current():
            fiberlet = object.__new__(Fiberlet)
            fiberlet.stack = native.getcurrent()
            return fiberlet

        def run(self):
            following = self.begin()
            self.stack.parent = following.stack

        def resume(self):
            # The context variables are the library's.
            self.stack.switch()

    _fiberlet_type = Fiberlet
    return Fiberlet
