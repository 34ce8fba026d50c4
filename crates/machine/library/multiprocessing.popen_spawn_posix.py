"""Starting a process that begins afresh."""

import _kernel
import os
import multiprocessing.reduction as reduction
import multiprocessing.spawn as spawn
from multiprocessing.context import set_spawning_popen
from multiprocessing.popen_fork import Popen as ForkPopen

__atomic__ = True

__all__ = ("Popen",)


class Popen(ForkPopen):
    """A child process that knows only what it is told."""

    method = "spawn"

    def __init__(self, process_obj):
        self._fds = []
        ForkPopen.__init__(self, process_obj)

    def duplicate_for_child(self, fd):
        """Let the child have a descriptor, under the same number."""
        self._fds.append(fd)
        return fd

    def _launch(self, process_obj):
        preparation = spawn.get_preparation_data(process_obj._name)
        set_spawning_popen(self)
        try:
            description = reduction.ForkingPickler.dumps(process_obj)
            preparation = reduction.ForkingPickler.dumps(preparation)
        finally:
            set_spawning_popen(None)
        parent_r, child_w = os.pipe()
        child_r, parent_w = os.pipe()
        message = reduction.ForkingPickler.dumps((child_r, preparation, description))
        self.pid = _kernel.spawn(spawn.spawn_main, message, (child_r, child_w, *self._fds))
        os.close(child_r)
        os.close(child_w)
        self._keep(parent_r, parent_w)
