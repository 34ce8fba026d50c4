"""Makes blocking calls of the standard library let other greenlets run.

Locks of `threading` and `queue` are made by `_interleave.named_lock`, and threads are started by
`_interleave.start_thread`: replacing those two, and who the current thread is, turns threads into
greenlets.
"""

import _interleave
import _thread
import _web
import queue
import threading
import time
import gevent.event as gevent_event
import gevent.local as gevent_local
import gevent.lock as gevent_lock
import gevent.queue as gevent_queue
import gevent.thread as gevent_thread
from _interleave import current_thread_object
from gevent.hub import sleep, spawn_raw
from greenlet import getcurrent

__atomic__ = True

# What was there before, by module and name.
_originals = None

# Threads that do not run yet, with the events that tell of it.
_starting = None


def patch_all(
    socket=True,
    dns=True,
    time=True,
    select=True,
    thread=True,
    os=True,
    ssl=True,
    subprocess=True,
    sys=False,
    aggressive=True,
    Event=True,
    builtins=True,
    signal=True,
    queue=True,
    contextvars=True,
):
    """Patch all modules; with `name=False` all but that one."""
    if time:
        patch_time()
    if thread:
        patch_thread(Event=Event)
    if queue:
        patch_queue()
    if socket:
        patch_socket(dns=dns)
    if os:
        patch_os()
    if select:
        patch_select()
    if subprocess:
        patch_subprocess()
    if signal:
        patch_signal()
    return True


def patch_time():
    """`time.sleep` lets other greenlets run."""
    _patch(time, "sleep", sleep)


def patch_thread(threading=True, _threading_local=True, Event=True, logging=True):
    """Threads become greenlets, and their locks are waited for in the hub."""
    global _starting
    if _starting is None:
        _starting = {}
    # The main greenlet's thread has to have its object before that becomes a greenlet's.
    getcurrent()
    _patch(_interleave, "named_lock", _named_lock)
    _patch(_interleave, "start_thread", _start_thread)
    _patch(_interleave, "current_thread_object", _current_thread)
    _patch(_interleave, "set_current_thread_object", _set_current_thread)
    _patch(_thread, "allocate_lock", gevent_thread.allocate_lock)
    _patch(_thread, "get_ident", gevent_thread.get_ident)
    if threading:
        _patch_threading(_threading_local, Event)


def patch_queue():
    """`queue.SimpleQueue` is waited for in the hub."""
    _patch(queue, "SimpleQueue", gevent_queue.SimpleQueue)


def patch_socket(dns=True, aggressive=True):
    """Waiting for the simulated web lets other greenlets run."""
    _patched_names("socket")
    _patch(_web, "wait", sleep)


# What these would patch does not block here, or does not exist.


def patch_os():
    """Waiting for processes lets other greenlets run."""
    _patched_names("os")


def patch_select(aggressive=True):
    """Waiting for several files lets other greenlets run."""
    _patched_names("select")


def patch_subprocess():
    """Waiting for programs lets other greenlets run."""
    _patched_names("subprocess")


def patch_signal():
    """Waiting for signals lets other greenlets run."""
    _patched_names("signal")


def patch_ssl():
    """Safe connections let other greenlets run."""
    patch_socket()


def is_module_patched(name):
    """Whether anything in a module is patched."""
    return name in (_originals or {})


def is_object_patched(module, name):
    """Whether a name in a module is patched."""
    return name in (_originals or {}).get(module, {})


def get_original(module, name):
    """What a name in a module meant before it was patched."""
    return _originals[module][name]


def _patch_threading(local, event):
    _patch(threading, "Lock", gevent_thread.LockType)
    _patch(threading, "RLock", gevent_lock.RLock)
    _patch(threading, "get_ident", gevent_thread.get_ident)
    if local:
        _patch(threading, "local", gevent_local.local)
    if event:
        _patch(threading, "Event", gevent_event.Event)


def _patch(module, name, replacement):
    patched = _patched_names(module.__name__)
    if name not in patched:
        patched[name] = getattr(module, name)
        setattr(module, name, replacement)


def _patched_names(module):
    global _originals
    if _originals is None:
        _originals = {}
    return _originals.setdefault(module, {})


def _named_lock(owner, role):
    lock = gevent_thread.LockType()
    _interleave.belongs(lock, owner)
    return lock


def _start_thread(thread):
    # Whoever starts a thread waits until that runs, and it goes on till it has to wait itself.
    started = gevent_event.Event()
    _starting[thread] = started
    spawn_raw(thread._bootstrap)
    started.wait()


def _current_thread():
    current = getcurrent()
    return current_thread_object() if current.parent is None else getattr(current, "_thread", None)


def _set_current_thread(thread):
    getcurrent()._thread = thread
    started = _starting.pop(thread, None)
    if started is not None:
        started.set()
