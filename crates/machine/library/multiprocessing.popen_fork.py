"""Starting a process as a copy of this one."""

import os
import multiprocessing.util as util

__atomic__ = True

__all__ = ("Popen",)


_WNOHANG = 1
_SIGKILL = 9
_SIGTERM = 15


class Popen:
    """A child process as its parent knows it."""

    method = "fork"

    def __init__(self, process_obj):
        util.flush_std_streams()
        self.returncode = None
        self.finalizer = None
        self._launch(process_obj)

    def poll(self, flag=_WNOHANG):
        """How the child ended; None while it has not."""
        if self.returncode is None:
            try:
                pid, status = os.waitpid(self.pid, flag)
            except OSError:
                # Somebody else has waited for it.
                return None
            if pid == self.pid:
                self.returncode = os.waitstatus_to_exitcode(status)
        return self.returncode

    def wait(self, timeout=None):
        """Wait for the child's end; returns how it ended, None if not in time."""
        if self.returncode is None:
            if timeout is not None:
                from multiprocessing.connection import wait

                if not wait([self.sentinel], timeout):
                    return None
            return self.poll(_WNOHANG if timeout == 0.0 else 0)
        return self.returncode

    def _send_signal(self, number):
        if self.returncode is None:
            try:
                os.kill(self.pid, number)
            except ProcessLookupError:
                pass

    def terminate(self):
        """Send SIGTERM."""
        self._send_signal(_SIGTERM)

    def kill(self):
        """Send SIGKILL."""
        self._send_signal(_SIGKILL)

    def _launch(self, process_obj):
        parent_r, child_w = os.pipe()
        child_r, parent_w = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            code = 1
            try:
                os.close(parent_r)
                os.close(parent_w)
                code = process_obj._bootstrap(parent_sentinel=child_r)
            finally:
                os._exit(code)
        os.close(child_w)
        os.close(child_r)
        self._keep(parent_r, parent_w)

    def _keep(self, sentinel, alive):
        """Hold the ends by which parent and child see each other's end."""
        self.sentinel = sentinel
        self.finalizer = util.Finalize(self, _close_all, (sentinel, alive))

    def close(self):
        """Let go of the descriptors."""
        if self.finalizer is not None:
            self.finalizer()


def _close_all(*fds):
    for fd in fds:
        os.close(fd)
