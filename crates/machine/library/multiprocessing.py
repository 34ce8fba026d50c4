"""Processes, with the interface of threads.

What is asked of the module itself, the default context does, which begins with the start
method of the platform: fork.
"""

import multiprocessing.context
from multiprocessing.context import AuthenticationError
from multiprocessing.context import BufferTooShort
from multiprocessing.context import Process
from multiprocessing.context import ProcessError
from multiprocessing.context import TimeoutError
from multiprocessing.process import active_children
from multiprocessing.process import current_process
from multiprocessing.process import parent_process

__atomic__ = True

__all__ = (
    "Array", "AuthenticationError", "Barrier", "BoundedSemaphore", "BufferTooShort",
    "Condition", "Event", "JoinableQueue", "Lock", "Manager", "Pipe", "Pool", "Process",
    "ProcessError", "Queue", "RLock", "RawArray", "RawValue", "Semaphore", "SimpleQueue",
    "TimeoutError", "Value", "active_children", "allow_connection_pickling", "cpu_count",
    "current_process", "freeze_support", "get_all_start_methods", "get_context",
    "get_logger", "get_start_method", "log_to_stderr", "parent_process", "reducer",
    "set_executable", "set_forkserver_preload", "set_start_method",
)


def __getattr__(name):
    if name in __all__:
        return getattr(multiprocessing.context.default_context(), name)
    raise AttributeError(f"module 'multiprocessing' has no attribute {name!r}")
