"""Processes as objects."""

import os
import sys
import threading

__atomic__ = True

__all__ = ("BaseProcess", "current_process", "active_children", "parent_process")

# The object of this process, and of the one that started it.
_current_process = None
_parent_process = None
# How many processes this one has made objects for.
_children_made = 0
# Those that it has started, in that order, and not yet waited for.
_children = None


def current_process():
    """The object of this process."""
    global _current_process
    if _current_process is None:
        _current_process = _MainProcess()
    return _current_process


def active_children():
    """The children of this process that are alive. Forgets those that have ended."""
    _forget_ended()
    return list(_children or ())


def parent_process():
    """The object of the process that started this one; None in the main process."""
    return _parent_process


def _forget_ended():
    for child in list(_children or ()):
        popen = child._popen
        if popen is not None and popen.poll() is not None:
            _children.pop(child, None)


class BaseProcess:
    """A process: give it a target, or override run()."""

    def __init__(
        self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None
    ):
        global _children_made
        if group is not None:
            raise AssertionError("group argument must be None for now")
        parent = current_process()
        _children_made += 1
        self._identity = (*parent._identity, _children_made)
        self._config = parent._config.copy()
        self._parent_pid = os.getpid()
        self._parent_name = parent.name
        self._popen = None
        self._closed = False
        self._target = target
        self._args = tuple(args)
        self._kwargs = dict(kwargs or {})
        self._name = name or f"{type(self).__name__}-{':'.join(map(str, self._identity))}"
        if daemon is not None:
            self.daemon = daemon

    def _check_closed(self):
        if self._closed:
            raise ValueError("process object is closed")

    def run(self):
        """What the process does: call the target."""
        if self._target:
            self._target(*self._args, **self._kwargs)

    def start(self):
        """Start the process, which then calls run()."""
        global _children
        self._check_closed()
        if self._popen is not None:
            raise AssertionError("cannot start a process twice")
        if self._parent_pid != os.getpid():
            raise AssertionError("can only start a process object created by current process")
        if current_process()._config.get("daemon"):
            raise AssertionError("daemonic processes are not allowed to have children")
        _forget_ended()
        self._popen = self._Popen(self)
        self._sentinel = self._popen.sentinel
        # A target's arguments often lead back to the process.
        del self._target, self._args, self._kwargs
        if _children is None:
            _children = {}
        _children[self] = None

    def terminate(self):
        """Send the process SIGTERM."""
        self._check_closed()
        self._popen.terminate()

    def kill(self):
        """Send the process SIGKILL."""
        self._check_closed()
        self._popen.kill()

    def join(self, timeout=None):
        """Wait until the process has ended, or the timeout passed."""
        self._check_closed()
        if self._parent_pid != os.getpid():
            raise AssertionError("can only join a child process")
        if self._popen is None:
            raise AssertionError("can only join a started process")
        if self._popen.wait(timeout) is not None:
            _children.pop(self, None)

    def is_alive(self):
        """Whether the process has been started and has not ended."""
        self._check_closed()
        if self is _current_process:
            return True
        if self._parent_pid != os.getpid():
            raise AssertionError("can only test a child process")
        if self._popen is None:
            return False
        if self._popen.poll() is None:
            return True
        _children.pop(self, None)
        return False

    def close(self):
        """Let go of what the object holds. The process must have ended."""
        if self._popen is not None:
            if self._popen.poll() is None:
                raise ValueError(
                    "Cannot close a process while it is still running."
                    " You should first call join() or terminate()."
                )
            self._popen.close()
            self._popen = None
            del self._sentinel
            _children.pop(self, None)
        self._closed = True

    @property
    def name(self):
        """The process's name. Processes may share one."""
        return self._name

    @name.setter
    def name(self, name):
        if not isinstance(name, str):
            raise AssertionError("name must be a string")
        self._name = name

    @property
    def daemon(self):
        """Whether the process is terminated when the one that started it ends."""
        return self._config.get("daemon", False)

    @daemon.setter
    def daemon(self, daemonic):
        if self._popen is not None:
            raise AssertionError("process has already started")
        self._config["daemon"] = daemonic

    @property
    def authkey(self):
        """The key by which processes of this program know each other."""
        return self._config["authkey"]

    @authkey.setter
    def authkey(self, authkey):
        self._config["authkey"] = AuthenticationString(authkey)

    @property
    def exitcode(self):
        """The status with which the process ended, minus the signal that ended it, or None."""
        self._check_closed()
        if self is _current_process:
            return None
        return self._popen.poll() if self._popen is not None else None

    @property
    def ident(self):
        """The process's number, None before it has been started."""
        self._check_closed()
        if self is _current_process:
            return os.getpid()
        return self._popen.pid if self._popen is not None else None

    pid = ident

    @property
    def sentinel(self):
        """A descriptor that can be read from once the process has ended."""
        self._check_closed()
        if not hasattr(self, "_sentinel"):
            raise ValueError("process not started")
        return self._sentinel

    def __repr__(self):
        exitcode = None
        if self is _current_process:
            status = "started"
        elif self._closed:
            status = "closed"
        elif self._parent_pid != os.getpid():
            status = "unknown"
        elif self._popen is None:
            status = "initial"
        else:
            exitcode = self._popen.poll()
            status = "started" if exitcode is None else "stopped"
        words = [type(self).__name__, f"name={self._name!r}"]
        if self._popen is not None:
            words.append(f"pid={self._popen.pid}")
        words += [f"parent={self._parent_pid}", status]
        if exitcode is not None:
            words.append(f"exitcode={_exitcode_text(exitcode)}")
        if self.daemon:
            words.append("daemon")
        return f"<{' '.join(words)}>"

    def _bootstrap(self, parent_sentinel=None):
        """The whole life of the process. Returns its exit status."""
        import multiprocessing.context as context
        import multiprocessing.util as util

        global _current_process, _parent_process, _children_made, _children
        try:
            if self._start_method is not None:
                context.force_start_method(self._start_method)
            _children_made = 0
            _children = None
            _current_process = self
            _parent_process = _ParentProcess(
                self._parent_name, self._parent_pid, parent_sentinel
            )
            util.begin_in_child()
            util.info("child process calling self.run()")
            try:
                self.run()
                exitcode = 0
            finally:
                util._exit_function()
        except SystemExit as error:
            if error.code is None:
                exitcode = 0
            elif isinstance(error.code, int):
                exitcode = error.code
            else:
                sys.stderr.write(f"{error.code}\n")
                exitcode = 1
        except:
            import traceback

            exitcode = 1
            sys.stderr.write(f"Process {self.name}:\n")
            traceback.print_exc()
        finally:
            threading._shutdown()
            util.info("process exiting with exitcode %d", exitcode)
            util.flush_std_streams()
        return exitcode


# The signals of Linux by number.
_SIGNALS = (
    "0", "SIGHUP", "SIGINT", "SIGQUIT", "SIGILL", "SIGTRAP", "SIGABRT", "SIGBUS", "SIGFPE",
    "SIGKILL", "SIGUSR1", "SIGSEGV", "SIGUSR2", "SIGPIPE", "SIGALRM", "SIGTERM",
)


def _exitcode_text(exitcode):
    if exitcode >= 0:
        return exitcode
    return f"-{_SIGNALS[-exitcode]}" if -exitcode < len(_SIGNALS) else exitcode


class AuthenticationString(bytes):
    """A key, which is not to leave the program by accident."""

    def __reduce__(self):
        from multiprocessing.context import get_spawning_popen

        if get_spawning_popen() is None:
            raise TypeError(
                "Pickling an AuthenticationString object is"
                " disallowed for security reasons"
            )
        return AuthenticationString, (bytes(self),)


class _ParentProcess(BaseProcess):
    """Stands for the process that started this one."""

    def __init__(self, name, pid, sentinel):
        self._identity = ()
        self._name = name
        self._pid = pid
        self._parent_pid = None
        self._popen = None
        self._closed = False
        self._sentinel = sentinel
        self._config = {}

    def is_alive(self):
        """Whether the parent has not ended."""
        from multiprocessing.connection import wait

        return not wait([self._sentinel], timeout=0)

    @property
    def ident(self):
        """The parent's number."""
        return self._pid

    pid = ident

    def join(self, timeout=None):
        """Wait until the parent has ended, or the timeout passed."""
        from multiprocessing.connection import wait

        wait([self._sentinel], timeout=timeout)


class _MainProcess(BaseProcess):
    """The process that no other of this program started."""

    def __init__(self):
        self._identity = ()
        self._name = "MainProcess"
        self._parent_pid = None
        self._popen = None
        self._closed = False
        # Nobody outside can connect, so the key need not be secret; runs that are
        # repeated must not differ by it.
        self._config = {"authkey": AuthenticationString(b"interleave" * 3 + b"!!")}

    def close(self):
        """The main process holds nothing."""
