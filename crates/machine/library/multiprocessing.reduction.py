"""How objects become messages to other processes."""

import _kernel
import copyreg
import io
import pickle
from multiprocessing.context import get_spawning_popen
from pickle import Pickler

__atomic__ = True

__all__ = ("ForkingPickler", "dump", "register", "DupFd", "send_handle", "recv_handle")

_extra_reducers = None


class ForkingPickler(Pickler):
    """A pickler that knows what only processes of one program can give each other."""

    def __init__(self, *args):
        Pickler.__init__(self, *args)
        self.dispatch_table = {**copyreg.dispatch_table, **(_extra_reducers or {})}

    @classmethod
    def register(cls, type, reduce):
        """Have a function say how objects of a type are pickled."""
        global _extra_reducers
        if _extra_reducers is None:
            _extra_reducers = {}
        _extra_reducers[type] = reduce

    @classmethod
    def dumps(cls, obj, protocol=None):
        """The bytes that stand for an object."""
        file = io.BytesIO()
        cls(file, protocol).dump(obj)
        return file.getvalue()

    @staticmethod
    def loads(data, /):
        """The object that bytes stand for."""
        return pickle.loads(data)


def register(type, reduce):
    """Have a function say how objects of a type are sent."""
    ForkingPickler.register(type, reduce)


def dump(obj, file, protocol=None):
    """Write an object for another process to a file."""
    ForkingPickler(file, protocol).dump(obj)


def send_handle(conn, handle, destination_pid):
    """Send a descriptor over a connection."""
    conn.send(_SharedFd(handle))


def recv_handle(conn):
    """Receive a descriptor over a connection."""
    return conn.recv().detach()


class _InheritedFd:
    """A descriptor that a new process has from its beginning."""

    def __init__(self, fd):
        self._fd = fd

    def detach(self):
        """The descriptor, once."""
        return self._fd


class _SharedFd:
    """What a descriptor of one process stands for, on its way to another."""

    def __init__(self, fd):
        self._handle = _kernel.share(fd)

    def detach(self):
        """A descriptor of the process that asks, once."""
        return _kernel.take(self._handle)


def DupFd(fd):
    """Something that can be sent, from which the receiver gets a descriptor of its own."""
    popen = get_spawning_popen()
    if popen is not None:
        return _InheritedFd(popen.duplicate_for_child(fd))
    return _SharedFd(fd)
