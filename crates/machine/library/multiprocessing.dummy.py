"""The interface of multiprocessing, with threads for processes."""

import multiprocessing.dummy.connection
import threading
from builtins import dict
from builtins import list
from multiprocessing.dummy.connection import Pipe
from queue import Queue
from threading import Barrier
from threading import BoundedSemaphore
from threading import Condition
from threading import Event
from threading import Lock
from threading import RLock
from threading import Semaphore
from threading import Thread
from threading import current_thread as current_process

__atomic__ = True

__all__ = (
    "Process", "current_process", "active_children", "freeze_support", "Lock", "RLock",
    "Semaphore", "BoundedSemaphore", "Condition", "Event", "Barrier", "Queue", "Manager",
    "Pipe", "Pool", "JoinableQueue",
)

JoinableQueue = Queue


class DummyProcess(Thread):
    """A thread that passes for a process."""

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None):
        Thread.__init__(self, group, target, name, args, kwargs)
        self._pid = None
        self._children = []
        self._start_called = False
        self._parent = current_process()

    def start(self):
        """Start the thread, as a child of the one that made it."""
        if self._parent is not current_process():
            raise RuntimeError(
                f"Parent is {self._parent!r} but current_process is {current_process()!r}"
            )
        self._start_called = True
        children = _children_of(self._parent)
        if children is not None and self not in children:
            children.append(self)
        Thread.start(self)

    @property
    def exitcode(self):
        """None until the thread has ended, then 0."""
        return 0 if self._start_called and not self.is_alive() else None


Process = DummyProcess


def _children_of(thread):
    """The children of the main thread or of a DummyProcess; other threads have none."""
    if thread is threading.main_thread() and not hasattr(thread, "_children"):
        thread._children = []
    return getattr(thread, "_children", None)


def active_children():
    """The children of the running thread that are alive."""
    parent = current_process()
    _children_of(parent)
    parent._children = [child for child in parent._children if child.is_alive()]
    return parent._children.copy()


def freeze_support():
    """Of use on another platform only, and for processes only."""


class Namespace:
    """An object for attributes."""

    def __init__(self, /, **kwds):
        self.__dict__.update(kwds)

    def __repr__(self):
        shown = sorted(
            f"{name}={value!r}"
            for name, value in self.__dict__.items()
            if not name.startswith("_")
        )
        return f"{type(self).__name__}({', '.join(shown)})"


def Array(typecode, sequence, lock=True):
    """A list of numbers, of whose types nothing is checked. Threads share it anyway."""
    return list(sequence)


class Value:
    """An object for one value. Threads share it anyway."""

    def __init__(self, typecode, value, lock=True):
        self._typecode = typecode
        self._value = value

    def __repr__(self):
        return f"<{type(self).__name__}({self._typecode!r}, {self._value!r})>"

    @property
    def value(self):
        """The value."""
        return self._value

    @value.setter
    def value(self, value):
        self._value = value


def Manager():
    """This module: what threads share needs no manager."""
    return multiprocessing.dummy


def shutdown():
    """There is no manager to shut down."""


def Pool(processes=None, initializer=None, initargs=()):
    """A pool of threads."""
    from multiprocessing.pool import ThreadPool

    return ThreadPool(processes, initializer, initargs)
