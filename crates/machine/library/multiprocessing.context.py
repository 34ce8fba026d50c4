"""Contexts: one start method each, and all that can be made with it."""

import os
from multiprocessing.process import BaseProcess
from multiprocessing.process import active_children
from multiprocessing.process import current_process
from multiprocessing.process import parent_process

__atomic__ = True

__all__ = ()


class ProcessError(Exception):
    """The base of what multiprocessing raises."""


class BufferTooShort(ProcessError):
    """A message was longer than the buffer given for it."""


class TimeoutError(ProcessError):
    """A result was not there in time."""


class AuthenticationError(ProcessError):
    """The other side of a connection did not know the key."""


class BaseContext:
    """What all contexts have."""

    ProcessError = ProcessError
    BufferTooShort = BufferTooShort
    TimeoutError = TimeoutError
    AuthenticationError = AuthenticationError

    @staticmethod
    def current_process():
        """The object of this process."""
        return current_process()

    @staticmethod
    def parent_process():
        """The object of the process that started this one; None in the main process."""
        return parent_process()

    @staticmethod
    def active_children():
        """The children of this process that are alive."""
        return active_children()

    def cpu_count(self):
        """How many processors there are."""
        count = os.cpu_count()
        if count is None:
            raise NotImplementedError("cannot determine number of cpus")
        return count

    def Manager(self):
        """A started server process for objects that processes share by proxies."""
        from multiprocessing.managers import SyncManager

        manager = SyncManager(ctx=self.get_context())
        manager.start()
        return manager

    def Pipe(self, duplex=True):
        """Two connected ends."""
        from multiprocessing.connection import Pipe

        return Pipe(duplex)

    def Lock(self):
        """A lock for processes."""
        from multiprocessing.synchronize import Lock

        return Lock(ctx=self.get_context())

    def RLock(self):
        """A lock that its holder may take again."""
        from multiprocessing.synchronize import RLock

        return RLock(ctx=self.get_context())

    def Condition(self, lock=None):
        """A condition that processes wait for."""
        from multiprocessing.synchronize import Condition

        return Condition(lock, ctx=self.get_context())

    def Semaphore(self, value=1):
        """A number of permits."""
        from multiprocessing.synchronize import Semaphore

        return Semaphore(value, ctx=self.get_context())

    def BoundedSemaphore(self, value=1):
        """A number of permits that cannot grow."""
        from multiprocessing.synchronize import BoundedSemaphore

        return BoundedSemaphore(value, ctx=self.get_context())

    def Event(self):
        """A flag that processes wait for."""
        from multiprocessing.synchronize import Event

        return Event(ctx=self.get_context())

    def Barrier(self, parties, action=None, timeout=None):
        """A place where a number of processes wait for each other."""
        from multiprocessing.synchronize import Barrier

        return Barrier(parties, action, timeout, ctx=self.get_context())

    def Queue(self, maxsize=0):
        """A queue for processes, which a thread feeds."""
        from multiprocessing.queues import Queue

        return Queue(maxsize, ctx=self.get_context())

    def JoinableQueue(self, maxsize=0):
        """A queue that knows whether all tasks are done."""
        from multiprocessing.queues import JoinableQueue

        return JoinableQueue(maxsize, ctx=self.get_context())

    def SimpleQueue(self):
        """A pipe with locks."""
        from multiprocessing.queues import SimpleQueue

        return SimpleQueue(ctx=self.get_context())

    def Pool(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None):
        """A number of processes that share out calls."""
        from multiprocessing.pool import Pool

        return Pool(
            processes, initializer, initargs, maxtasksperchild, context=self.get_context()
        )

    def RawValue(self, typecode_or_type, *args):
        """A shared number without a lock."""
        from multiprocessing.sharedctypes import RawValue

        return RawValue(typecode_or_type, *args)

    def RawArray(self, typecode_or_type, size_or_initializer):
        """Shared numbers without a lock."""
        from multiprocessing.sharedctypes import RawArray

        return RawArray(typecode_or_type, size_or_initializer)

    def Value(self, typecode_or_type, *args, lock=True):
        """A shared number with a lock."""
        from multiprocessing.sharedctypes import Value

        return Value(typecode_or_type, *args, lock=lock, ctx=self.get_context())

    def Array(self, typecode_or_type, size_or_initializer, *, lock=True):
        """Shared numbers with a lock."""
        from multiprocessing.sharedctypes import Array

        return Array(typecode_or_type, size_or_initializer, lock=lock, ctx=self.get_context())

    def freeze_support(self):
        """Of use on another platform only."""

    def get_logger(self):
        """The logger of multiprocessing."""
        from multiprocessing.util import get_logger

        return get_logger()

    def log_to_stderr(self, level=None):
        """Have that logger write to stderr; returns it."""
        from multiprocessing.util import log_to_stderr

        return log_to_stderr(level)

    def allow_connection_pickling(self):
        """Connections can be sent to other processes anyway."""

    def set_executable(self, executable):
        """Of no use: there is one interpreter."""

    def set_forkserver_preload(self, module_names):
        """Of no use: modules are there when they are named."""

    def get_context(self, method=None):
        """The context of a start method."""
        if method is None:
            return self
        contexts = _known_contexts()
        if method not in contexts:
            raise ValueError(f"cannot find context for {method!r}")
        return contexts[method]

    def get_start_method(self, allow_none=False):
        """The name of the start method."""
        return self._name

    def set_start_method(self, method, force=False):
        """Only the default context can do that."""
        raise ValueError("cannot set start method of concrete context")

    @property
    def reducer(self):
        """How objects become messages."""
        import multiprocessing.reduction

        return multiprocessing.reduction


class Process(BaseProcess):
    """A process that is started by the default method."""

    _start_method = None

    @staticmethod
    def _Popen(process_obj):
        return default_context().get_context().Process._Popen(process_obj)


class ForkProcess(BaseProcess):
    """A process that begins as a copy of the one that starts it."""

    _start_method = "fork"

    @staticmethod
    def _Popen(process_obj):
        from multiprocessing.popen_fork import Popen

        return Popen(process_obj)


class SpawnProcess(BaseProcess):
    """A process that begins afresh and runs the main module again."""

    _start_method = "spawn"

    @staticmethod
    def _Popen(process_obj):
        from multiprocessing.popen_spawn_posix import Popen

        return Popen(process_obj)


class ForkServerProcess(BaseProcess):
    """A process that begins afresh. Its parent, unlike CPython's, is who started it."""

    _start_method = "forkserver"

    @staticmethod
    def _Popen(process_obj):
        from multiprocessing.popen_spawn_posix import Popen

        return Popen(process_obj)


class DefaultContext(BaseContext):
    """The context that programs use who do not ask for one."""

    Process = Process

    def __init__(self):
        self._actual_context = None

    def get_context(self, method=None):
        """The context of a start method, of the default one when none is named."""
        if method is not None:
            return BaseContext.get_context(self, method)
        if self._actual_context is None:
            self._actual_context = _known_contexts()["fork"]
        return self._actual_context

    def set_start_method(self, method, force=False):
        """Choose the default start method, once unless forced."""
        if self._actual_context is not None and not force:
            raise RuntimeError("context has already been set")
        self._actual_context = None if method is None and force else self.get_context(method)

    def get_start_method(self, allow_none=False):
        """The name of the default start method, which is chosen by asking."""
        if self._actual_context is None and allow_none:
            return None
        return self.get_context()._name

    def get_all_start_methods(self):
        """The names of all start methods, the default one first."""
        return ["fork", "spawn", "forkserver"]


class ForkContext(BaseContext):
    """Starts processes by fork."""

    _name = "fork"
    Process = ForkProcess


class SpawnContext(BaseContext):
    """Starts processes by spawn."""

    _name = "spawn"
    Process = SpawnProcess


class ForkServerContext(BaseContext):
    """Starts processes afresh, as a fork server's children begin."""

    _name = "forkserver"
    Process = ForkServerProcess


_contexts = None
_default = None
# What starts the process whose description is being written.
_spawning_popen = None


def _known_contexts():
    global _contexts
    if _contexts is None:
        _contexts = {
            "fork": ForkContext(),
            "spawn": SpawnContext(),
            "forkserver": ForkServerContext(),
        }
    return _contexts


def default_context():
    """The context that stands behind the module."""
    global _default
    if _default is None:
        _default = DefaultContext()
    return _default


def force_start_method(method):
    """In a child: the default is what its parent started it by."""
    default_context()._actual_context = _known_contexts()[method]


def get_spawning_popen():
    """What starts the process whose description is being written; None if nobody does."""
    return _spawning_popen


def set_spawning_popen(popen):
    """Begin or end to write the description of a new process."""
    global _spawning_popen
    _spawning_popen = popen


def assert_spawning(obj):
    """Raise unless the object is part of the description of a new process."""
    if _spawning_popen is None:
        raise RuntimeError(
            f"{type(obj).__name__} objects should only be shared between processes"
            " through inheritance"
        )
