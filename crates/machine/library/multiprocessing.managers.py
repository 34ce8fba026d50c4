"""Managers: server processes for objects that other processes use by proxies."""

import array
import queue
import threading
import multiprocessing.connection as connection
import multiprocessing.pool as pool
import multiprocessing.reduction as reduction
import multiprocessing.shared_memory as shared_memory
import multiprocessing.util as util
from multiprocessing._manager_server import Server
from multiprocessing._manager_server import Token
from multiprocessing._manager_server import connect
from multiprocessing._manager_server import dispatch
from multiprocessing._manager_server import error_of
from multiprocessing.context import default_context
from multiprocessing.context import get_spawning_popen
from multiprocessing.dummy import Namespace
from multiprocessing.dummy import Value as DummyValue
from multiprocessing.process import AuthenticationString
from multiprocessing.process import current_process

__atomic__ = True

__all__ = (
    "BaseManager", "SyncManager", "SharedMemoryManager", "BaseProxy", "Token", "AcquirerProxy", "ArrayProxy",
    "AutoProxy", "BarrierProxy", "ConditionProxy", "DictProxy", "EventProxy",
    "IteratorProxy", "ListProxy", "MakeProxyType", "NamespaceProxy", "PoolProxy",
    "ValueProxy",
)

INITIAL = 0
STARTED = 1
SHUTDOWN = 2


class State:
    """How far a manager has got."""

    INITIAL = 0
    STARTED = 1
    SHUTDOWN = 2

    def __init__(self):
        self.value = State.INITIAL


class ProcessLocalSet(set):
    """A set that is empty at first in each process."""

    def __init__(self):
        util.register_after_fork(self, set.clear)

    def __reduce__(self):
        return type(self), ()


# Managers.

# What programs have registered, by the class of manager that they did it for.
_registered = None


def _registry_of(cls):
    """All types that managers of a class know."""
    found = {}
    for base in reversed(cls.__mro__):
        if base is SyncManager:
            found.update(_standard_types())
        found.update((_registered or {}).get(base, {}))
    return found


class BaseManager:
    """A server process, for types that a program registers."""

    def __init__(
        self, address=None, authkey=None, serializer="pickle", ctx=None, *,
        shutdown_timeout=1.0
    ):
        if authkey is None:
            authkey = current_process().authkey
        self._address = address
        self._authkey = AuthenticationString(authkey)
        self._state = State()
        self._serializer = serializer
        self._ctx = ctx or default_context().get_context()
        self._shutdown_timeout = shutdown_timeout

    def __getattr__(self, name):
        if name.startswith("_") or name not in _registry_of(type(self)):
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")

        def make(*args, **kwds):
            return self._proxy_of_new(name, args, kwds)

        make.__name__ = name
        return make

    def _proxy_of_new(self, typeid, args, kwds):
        proxytype = _registry_of(type(self))[typeid][3]
        token, exposed = self._create(typeid, *args, **kwds)
        proxy = proxytype(
            token, self._serializer, manager=self, authkey=self._authkey, exposed=exposed
        )
        # The proxy counts now, instead of the call that made the object.
        self._ask("decref", token.id)
        return proxy

    def _ask(self, name, *args, **kwds):
        with connect(self._address, self._authkey) as server:
            return dispatch(server, None, name, args, kwds)

    def _create(self, typeid, /, *args, **kwds):
        if self._state.value != STARTED:
            raise AssertionError("server not yet started")
        ident, exposed = self._ask("create", typeid, *args, **kwds)
        return Token(typeid, self._address, ident), exposed

    def _check_initial(self, what):
        if self._state.value == INITIAL:
            return
        if self._state.value == STARTED:
            raise what("Already started server")
        if self._state.value == SHUTDOWN:
            raise what("Manager has shut down")
        raise what(f"Unknown state {self._state.value!r}")

    def get_server(self):
        """The server, to be run in this process."""
        from multiprocessing.context import ProcessError

        self._check_initial(ProcessError)
        _register_views()
        return Server(
            _registry_of(type(self)), self._address, self._authkey, self._serializer
        )

    def connect(self):
        """Use a server that runs already."""
        with connect(self._address, self._authkey) as server:
            dispatch(server, None, "dummy")
        self._state.value = STARTED

    def start(self, initializer=None, initargs=()):
        """Start the server process."""
        from multiprocessing.context import ProcessError

        self._check_initial(ProcessError)
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        reader, writer = connection.Pipe(duplex=False)
        self._process = self._ctx.Process(
            target=type(self)._run_server,
            args=(
                _registry_of(type(self)), self._address, self._authkey, self._serializer,
                writer, initializer, initargs,
            ),
        )
        ident = ":".join(map(str, self._process._identity))
        self._process.name = f"{type(self).__name__}-{ident}"
        self._process.start()
        writer.close()
        self._address = reader.recv()
        reader.close()
        self._state.value = STARTED
        self.shutdown = util.Finalize(
            self,
            _finalize_manager,
            args=(
                self._process, self._address, self._authkey, self._state,
                self._shutdown_timeout,
            ),
            exitpriority=0,
        )

    @classmethod
    def _run_server(
        cls, registry, address, authkey, serializer, writer, initializer=None, initargs=()
    ):
        """What the server process does."""
        if initializer is not None:
            initializer(*initargs)
        _register_views()
        server = Server(registry, address, authkey, serializer)
        writer.send(server.address)
        writer.close()
        util.info("manager serving at %r", server.address)
        server.serve_forever()

    def join(self, timeout=None):
        """Wait for the server process to end."""
        if self._process is not None:
            self._process.join(timeout)
            if not self._process.is_alive():
                self._process = None

    def _debug_info(self):
        return self._ask("debug_info")

    def _number_of_objects(self):
        return self._ask("number_of_objects")

    def __enter__(self):
        if self._state.value == INITIAL:
            self.start()
        if self._state.value != STARTED:
            if self._state.value == SHUTDOWN:
                raise _process_error("Manager has shut down")
            raise _process_error(f"Unknown state {self._state.value!r}")
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown()

    @property
    def address(self):
        """Where the server is."""
        return self._address

    @classmethod
    def register(
        cls, typeid, callable=None, proxytype=None, exposed=None, method_to_typeid=None,
        create_method=True
    ):
        """Let managers of this class make objects of another type."""
        global _registered
        if proxytype is None:
            proxytype = AutoProxy
        exposed = exposed or getattr(proxytype, "_exposed_", None)
        method_to_typeid = method_to_typeid or getattr(proxytype, "_method_to_typeid_", None)
        if _registered is None:
            _registered = {}
        types = _registered.setdefault(cls, {})
        types[typeid] = (callable, exposed, method_to_typeid, proxytype)


def _process_error(message):
    from multiprocessing.context import ProcessError

    return ProcessError(message)


def _finalize_manager(process, address, authkey, state, shutdown_timeout):
    """Shut a manager's server down, and see that its process ends."""
    if process.is_alive():
        util.info("sending shutdown message to manager")
        try:
            with connect(address, authkey) as server:
                dispatch(server, None, "shutdown")
        except Exception:
            # It will be terminated.
            pass
        process.join(timeout=shutdown_timeout)
        if process.is_alive():
            util.info("manager still alive")
            process.terminate()
            process.join(timeout=shutdown_timeout)
            if process.is_alive():
                process.kill()
                process.join()
    state.value = SHUTDOWN
    _places_by_address().pop(address, None)


# Proxies.

# For each server's address, the connection of each thread, and the names of the objects
# that proxies of this process refer to.
_places = None


def _places_by_address():
    global _places
    if _places is None:
        _places = {}
    return _places


class BaseProxy:
    """Stands for an object in a server process."""

    def __init__(
        self, token, serializer, manager=None, authkey=None, exposed=None, incref=True,
        manager_owned=False
    ):
        places = _places_by_address()
        if token.address not in places:
            places[token.address] = (util.ForkAwareLocal(), ProcessLocalSet())
        self._tls, self._idset = places[token.address]
        self._token = token
        self._id = token.id
        self._manager = manager
        self._serializer = serializer
        # Whether the proxy lies in the server itself, and does not count there.
        self._owned_by_manager = manager_owned
        if authkey is not None:
            self._authkey = AuthenticationString(authkey)
        elif manager is not None:
            self._authkey = manager._authkey
        else:
            self._authkey = current_process().authkey
        if incref:
            self._incref()
        util.register_after_fork(self, BaseProxy._after_fork)

    def _connect(self):
        name = current_process().name
        if threading.current_thread().name != "MainThread":
            name += "|" + threading.current_thread().name
        server = connect(self._token.address, self._authkey)
        dispatch(server, None, "accept_connection", (name,))
        self._tls.connection = server

    def _callmethod(self, methodname, args=(), kwds=None):
        """Have the server call a method of the object; returns what it returned."""
        if not hasattr(self._tls, "connection"):
            util.debug("thread %r does not own a connection", threading.current_thread().name)
            self._connect()
        server = self._tls.connection
        server.send((self._id, methodname, args, kwds or {}))
        kind, result = server.recv()
        if kind == "#RETURN":
            return result
        if kind == "#PROXY":
            exposed, token = result
            proxytype = _registry_of(type(self._manager))[token.typeid][3]
            proxy = proxytype(
                token, self._serializer, manager=self._manager, authkey=self._authkey,
                exposed=exposed,
            )
            with connect(token.address, self._authkey) as other:
                dispatch(other, None, "decref", (token.id,))
            return proxy
        raise error_of(kind, result)

    def _getvalue(self):
        """A copy of the object."""
        return self._callmethod("#GETVALUE")

    def _incref(self):
        if self._owned_by_manager:
            return
        with connect(self._token.address, self._authkey) as server:
            dispatch(server, None, "incref", (self._id,))
        self._idset.add(self._id)
        state = self._manager and self._manager._state
        self._close = util.Finalize(
            self,
            _decref,
            args=(self._token, self._authkey, state, self._tls, self._idset),
            exitpriority=10,
        )

    def _after_fork(self):
        self._manager = None
        try:
            self._incref()
        except Exception as error:
            # The server may be gone, which matters only to those who use the proxy.
            util.info("incref failed: %s", error)

    def __reduce__(self):
        kwds = {}
        if get_spawning_popen() is not None:
            kwds["authkey"] = self._authkey
        if getattr(self, "_isauto", False):
            kwds["exposed"] = self._exposed_
            return (RebuildProxy, (AutoProxy, self._token, self._serializer, kwds))
        return (RebuildProxy, (type(self), self._token, self._serializer, kwds))

    def __deepcopy__(self, memo):
        return self._getvalue()

    def __repr__(self):
        name = type(self).__name__
        return f"<{name} object, typeid {self._token.typeid!r} at {id(self):#x}>"

    def __str__(self):
        try:
            return self._callmethod("__repr__")
        except Exception:
            return repr(self)[:-1] + "; '__str__()' failed>"


def _decref(token, authkey, state, tls, idset):
    """A proxy is gone."""
    idset.discard(token.id)
    if state is None or state.value == STARTED:
        try:
            with connect(token.address, authkey) as server:
                dispatch(server, None, "decref", (token.id,))
        except Exception as error:
            util.debug("... decref failed: %s", error)
    if not idset and hasattr(tls, "connection"):
        tls.connection.close()
        del tls.connection


def RebuildProxy(func, token, serializer, kwds):
    """The proxy that another process has sent."""
    server = getattr(current_process(), "_manager_server", None)
    if server and server.address == token.address:
        kwds["manager_owned"] = True
        if token.id not in server.id_to_local_proxy_obj:
            server.id_to_local_proxy_obj[token.id] = server.id_to_obj[token.id]
    incref = kwds.pop("incref", True) and not getattr(current_process(), "_inheriting", False)
    return func(token, serializer, incref=incref, **kwds)


def MakeProxyType(name, exposed):
    """A class of proxies with these methods."""

    def forwarder(method):
        def forward(self, /, *args, **kwds):
            return self._callmethod(method, args, kwds)

        forward.__name__ = method
        return forward

    exposed = tuple(exposed)
    namespace = {method: forwarder(method) for method in exposed}
    namespace["_exposed_"] = exposed
    namespace["__module__"] = "multiprocessing.managers"
    return type(name, (BaseProxy,), namespace)


def AutoProxy(
    token, serializer, manager=None, authkey=None, exposed=None, incref=True,
    manager_owned=False
):
    """A proxy for all public methods of an object."""
    if authkey is None:
        authkey = manager._authkey if manager is not None else current_process().authkey
    if exposed is None:
        with connect(token.address, authkey) as server:
            exposed = dispatch(server, None, "get_methods", (token,))
    proxytype = MakeProxyType(f"AutoProxy[{token.typeid}]", exposed)
    proxy = proxytype(
        token, serializer, manager=manager, authkey=authkey, incref=incref,
        manager_owned=manager_owned,
    )
    proxy._isauto = True
    return proxy


class IteratorProxy(BaseProxy):
    """Stands for an iterator."""

    _exposed_ = ("__next__", "send", "throw", "close")

    def __iter__(self):
        return self

    def __next__(self, *args):
        return self._callmethod("__next__", args)

    def send(self, *args):
        """Send a value in."""
        return self._callmethod("send", args)

    def throw(self, *args):
        """Throw an exception in."""
        return self._callmethod("throw", args)

    def close(self, *args):
        """Close it."""
        return self._callmethod("close", args)


class AcquirerProxy(BaseProxy):
    """Stands for a lock or a semaphore."""

    _exposed_ = ("acquire", "release")

    def acquire(self, blocking=True, timeout=None):
        """Take it, waiting for it."""
        args = (blocking,) if timeout is None else (blocking, timeout)
        return self._callmethod("acquire", args)

    def release(self):
        """Give it back."""
        return self._callmethod("release")

    def __enter__(self):
        return self._callmethod("acquire")

    def __exit__(self, exc_type, exc_val, exc_tb):
        return self._callmethod("release")


class ConditionProxy(AcquirerProxy):
    """Stands for a condition."""

    _exposed_ = ("acquire", "release", "wait", "notify", "notify_all")

    def wait(self, timeout=None):
        """Sleep until woken."""
        return self._callmethod("wait", (timeout,))

    def notify(self, n=1):
        """Wake as many."""
        return self._callmethod("notify", (n,))

    def notify_all(self):
        """Wake all."""
        return self._callmethod("notify_all")

    def wait_for(self, predicate, timeout=None):
        """Sleep until the predicate, which is called here, is true."""
        return util.wait_for(self, predicate, timeout)


class EventProxy(BaseProxy):
    """Stands for an event."""

    _exposed_ = ("is_set", "set", "clear", "wait")

    def is_set(self):
        """Whether the flag is set."""
        return self._callmethod("is_set")

    def set(self):
        """Set the flag."""
        return self._callmethod("set")

    def clear(self):
        """Clear the flag."""
        return self._callmethod("clear")

    def wait(self, timeout=None):
        """Wait for the flag."""
        return self._callmethod("wait", (timeout,))


class BarrierProxy(BaseProxy):
    """Stands for a barrier."""

    _exposed_ = ("__getattribute__", "wait", "abort", "reset")

    def wait(self, timeout=None):
        """Wait for the other parties."""
        return self._callmethod("wait", (timeout,))

    def abort(self):
        """Break the barrier."""
        return self._callmethod("abort")

    def reset(self):
        """Begin afresh."""
        return self._callmethod("reset")

    @property
    def parties(self):
        """How many have to arrive."""
        return self._callmethod("__getattribute__", ("parties",))

    @property
    def n_waiting(self):
        """How many have arrived."""
        return self._callmethod("__getattribute__", ("n_waiting",))

    @property
    def broken(self):
        """Whether the barrier is broken."""
        return self._callmethod("__getattribute__", ("broken",))


class NamespaceProxy(BaseProxy):
    """Stands for an object with attributes. Those that begin with `_` are the proxy's own."""

    _exposed_ = ("__getattribute__", "__setattr__", "__delattr__")

    def __getattr__(self, key):
        if key[0] == "_":
            return object.__getattribute__(self, key)
        return self._callmethod("__getattribute__", (key,))

    def __setattr__(self, key, value):
        if key[0] == "_":
            return object.__setattr__(self, key, value)
        return self._callmethod("__setattr__", (key, value))

    def __delattr__(self, key):
        if key[0] == "_":
            return object.__delattr__(self, key)
        return self._callmethod("__delattr__", (key,))


class ValueProxy(BaseProxy):
    """Stands for a value."""

    _exposed_ = ("get", "set")

    def get(self):
        """The value."""
        return self._callmethod("get")

    def set(self, value):
        """Change the value."""
        return self._callmethod("set", (value,))

    @property
    def value(self):
        """The value."""
        return self.get()

    @value.setter
    def value(self, value):
        self.set(value)


# Classes that only forward are made when somebody asks for them.

_LIST_METHODS = (
    "__add__", "__contains__", "__delitem__", "__getitem__", "__len__", "__mul__",
    "__reversed__", "__rmul__", "__setitem__", "append", "count", "extend", "index",
    "insert", "pop", "remove", "reverse", "sort", "__imul__",
)
_DICT_METHODS = (
    "__contains__", "__delitem__", "__getitem__", "__iter__", "__len__", "__setitem__",
    "clear", "copy", "get", "items", "keys", "pop", "popitem", "setdefault", "update",
    "values",
)
_POOL_METHODS = (
    "apply", "apply_async", "close", "imap", "imap_unordered", "join", "map", "map_async",
    "starmap", "starmap_async", "terminate",
)


def __getattr__(name):
    global ListProxy, DictProxy, ArrayProxy, PoolProxy
    match name:
        case "ListProxy":
            base = MakeProxyType("BaseListProxy", _LIST_METHODS)
            ListProxy = type(name, (base,), {
                "__module__": "multiprocessing.managers",
                "__iadd__": _extend_in_place,
                "__imul__": _repeat_in_place,
            })
            return ListProxy
        case "DictProxy":
            DictProxy = MakeProxyType(name, _DICT_METHODS)
            DictProxy._method_to_typeid_ = {"__iter__": "Iterator"}
            return DictProxy
        case "ArrayProxy":
            ArrayProxy = MakeProxyType(name, ("__len__", "__getitem__", "__setitem__"))
            return ArrayProxy
        case "PoolProxy":
            base = MakeProxyType(name, _POOL_METHODS)
            PoolProxy = type(name, (base,), {
                "__module__": "multiprocessing.managers",
                "_method_to_typeid_": {
                    "apply_async": "AsyncResult",
                    "map_async": "AsyncResult",
                    "starmap_async": "AsyncResult",
                    "imap": "Iterator",
                    "imap_unordered": "Iterator",
                },
                "__enter__": _itself,
                "__exit__": _terminate,
            })
            return PoolProxy
    raise AttributeError(f"module 'multiprocessing.managers' has no attribute {name!r}")


def _made(name):
    return globals()[name] if name in globals() else __getattr__(name)


def _extend_in_place(self, value):
    self._callmethod("extend", (value,))
    return self


def _repeat_in_place(self, value):
    self._callmethod("__imul__", (value,))
    return self


def _itself(self):
    return self


def _terminate(self, exc_type, exc_val, exc_tb):
    self.terminate()


# What SyncManager makes.


class Value(DummyValue):
    """An object for one value."""

    def get(self):
        """The value."""
        return self._value

    def set(self, value):
        """Change the value."""
        self._value = value

    def __repr__(self):
        return f"{type(self).__name__}({self._typecode!r}, {self._value!r})"


def Array(typecode, sequence, lock=True):
    """Numbers of one type."""
    return array.array(typecode, sequence)


class SharedMemoryManager(BaseManager):
    """A manager that makes shared memory, and takes all of its names away when it is shut down."""

    def __init__(self, *args, **kwargs):
        BaseManager.__init__(self, *args, **kwargs)
        self._segment_names = []

    def start(self, initializer=None, initargs=()):
        """Start the server process."""
        BaseManager.start(self, initializer, initargs)
        self.shutdown = util.Finalize(
            self, _release_segments, args=(self.shutdown, self._segment_names), exitpriority=0
        )

    def _made(self, shm):
        if self._state.value != STARTED:
            shm.unlink()
            raise AssertionError("server not yet started")
        self._segment_names.append(shm.name)

    def SharedMemory(self, size):
        """New shared memory."""
        shm = shared_memory.SharedMemory(None, create=True, size=size)
        self._made(shm)
        return shm

    def ShareableList(self, sequence):
        """A new list in shared memory."""
        made = shared_memory.ShareableList(sequence)
        self._made(made.shm)
        return made


def _release_segments(shutdown, names):
    shutdown()
    for name in names:
        try:
            shared_memory.SharedMemory(name).unlink()
        except FileNotFoundError:
            # The program has done so itself.
            pass


class SyncManager(BaseManager):
    """A manager for the types that programs of several processes need."""


_standard = None


def _standard_types():
    global _standard
    if _standard is None:
        acquirer = AcquirerProxy
        _standard = {
            name: (
                make,
                getattr(proxytype, "_exposed_", None),
                getattr(proxytype, "_method_to_typeid_", None),
                proxytype,
            )
            for name, make, proxytype in (
                ("Queue", queue.Queue, AutoProxy),
                ("JoinableQueue", queue.Queue, AutoProxy),
                ("Event", threading.Event, EventProxy),
                ("Lock", threading.Lock, acquirer),
                ("RLock", threading.RLock, acquirer),
                ("Semaphore", threading.Semaphore, acquirer),
                ("BoundedSemaphore", threading.BoundedSemaphore, acquirer),
                ("Condition", threading.Condition, ConditionProxy),
                ("Barrier", threading.Barrier, BarrierProxy),
                ("Pool", pool.Pool, _made("PoolProxy")),
                ("list", list, _made("ListProxy")),
                ("dict", dict, _made("DictProxy")),
                ("Value", Value, ValueProxy),
                ("Array", Array, _made("ArrayProxy")),
                ("Namespace", Namespace, NamespaceProxy),
                ("Iterator", None, IteratorProxy),
                ("AsyncResult", None, AutoProxy),
            )
        }
    return _standard


def _register_views():
    """A server sends views of its dictionaries as lists."""
    for view in ({}.keys(), {}.values(), {}.items()):
        reduction.register(type(view), _as_list)


def _as_list(view):
    return list, (list(view),)
