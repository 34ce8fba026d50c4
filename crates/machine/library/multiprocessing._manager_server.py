"""The server process behind a manager: it holds objects, and does what proxies ask for.

A request is (object's name, method, arguments, keyword arguments), an answer (kind, value).
The kinds are "#RETURN", "#PROXY" with what is needed for a proxy of the result, "#ERROR"
with what the method raised, "#TRACEBACK" with the text of another failure, "#UNSERIALIZABLE".
"""

import _interleave
import sys
import threading
import multiprocessing.util as util
from multiprocessing.connection import Client
from multiprocessing.connection import Listener
from multiprocessing.process import AuthenticationString
from multiprocessing.process import current_process

__atomic__ = True

_PUBLIC = (
    "shutdown", "create", "accept_connection", "get_methods", "debug_info",
    "number_of_objects", "dummy", "incref", "decref",
)


class Token:
    """Where an object is: its type's name, its server's address, its name there."""

    __slots__ = ("typeid", "address", "id")

    def __init__(self, typeid, address, id):
        self.typeid = typeid
        self.address = address
        self.id = id

    def __getstate__(self):
        return (self.typeid, self.address, self.id)

    def __setstate__(self, state):
        self.typeid, self.address, self.id = state

    def __repr__(self):
        name = type(self).__name__
        return f"{name}(typeid={self.typeid!r}, address={self.address!r}, id={self.id!r})"


class RemoteError(Exception):
    """Something went wrong in the server."""

    def __str__(self):
        line = "-" * 75
        return f"\n{line}\n{self.args[0]!s}{line}"


def dispatch(connection, ident, name, args=(), kwds=None):
    """Have the server call a method; returns what it returned."""
    connection.send((ident, name, args, kwds or {}))
    kind, result = connection.recv()
    if kind == "#RETURN":
        return result
    raise error_of(kind, result)


def error_of(kind, result):
    """The exception that an answer stands for."""
    if kind == "#ERROR":
        return result
    if kind == "#TRACEBACK":
        return RemoteError(result)
    if kind == "#UNSERIALIZABLE":
        return RemoteError(f"Unserializable message: {result}\n")
    return ValueError(f"Unrecognized message type {kind!r}")


def connect(address, authkey):
    """A connection to a server."""
    return Client(address, authkey=authkey)


def public_methods(obj):
    """The names of an object's methods that have no underscore in front."""
    return [
        name for name in dir(obj) if name[:1] != "_" and callable(getattr(obj, name))
    ]


class Server:
    """Serves objects of registered types."""

    def __init__(self, registry, address, authkey, serializer="pickle"):
        if not isinstance(authkey, bytes):
            raise TypeError(f"Authkey {authkey!r} is type {type(authkey)!s}, not bytes")
        self.registry = registry
        self.authkey = AuthenticationString(authkey)
        self.listener = Listener(address=address, backlog=16, authkey=self.authkey)
        self.address = self.listener.address
        # (object, methods that proxies may call, types of their results), by name.
        self.id_to_obj = {"0": (None, (), {})}
        self.id_to_refcount = {}
        # What the server's own proxies stand for, which nobody else may count.
        self.id_to_local_proxy_obj = {}
        self.mutex = _interleave.named_lock(self, "mutex")

    def serve_forever(self):
        """Serve until told to shut down; then the process ends."""
        self.stop_event = threading.Event()
        current_process()._manager_server = self
        accepter = threading.Thread(target=self._accept)
        accepter.daemon = True
        accepter.start()
        try:
            self.stop_event.wait()
        except KeyboardInterrupt:
            pass
        sys.exit(0)

    def _accept(self):
        while True:
            try:
                connection = self.listener.accept()
            except OSError:
                continue
            thread = threading.Thread(target=self._handle_request, args=(connection,))
            thread.daemon = True
            thread.start()

    def _handle_request(self, connection):
        """Do the one thing that a new connection is for."""
        request = None
        try:
            request = connection.recv()
            ident, name, args, kwds = request
            if name not in _PUBLIC:
                raise AssertionError(f"{name!r} unrecognized")
            answer = ("#RETURN", getattr(self, name)(connection, *args, **kwds))
        except EOFError:
            connection.close()
            return
        except Exception:
            answer = ("#TRACEBACK", _traceback())
        try:
            connection.send(answer)
        except Exception:
            try:
                connection.send(("#TRACEBACK", _traceback()))
            except Exception:
                # The other side is gone.
                pass
        connection.close()

    def serve_client(self, connection):
        """Do what the proxies of one thread ask for, until it closes the connection."""
        while not self.stop_event.is_set():
            try:
                request = connection.recv()
            except EOFError:
                connection.close()
                sys.exit(0)
            answer = self._answer(*request)
            try:
                connection.send(answer)
            except Exception:
                connection.send(("#UNSERIALIZABLE", _traceback()))

    def _answer(self, ident, name, args, kwds):
        try:
            if ident in self.id_to_obj:
                obj, exposed, types = self.id_to_obj[ident]
            elif ident in self.id_to_local_proxy_obj:
                obj, exposed, types = self.id_to_local_proxy_obj[ident]
            else:
                raise KeyError(ident)
            if name not in exposed:
                return self._fallback(obj, ident, name, exposed, args)
            function = getattr(obj, name)
            try:
                result = function(*args, **kwds)
            except Exception as error:
                return ("#ERROR", error)
            typeid = types and types.get(name)
            if not typeid:
                return ("#RETURN", result)
            result_ident, result_exposed = self.create(None, typeid, result)
            token = Token(typeid, self.address, result_ident)
            return ("#PROXY", (result_exposed, token))
        except Exception:
            return ("#TRACEBACK", _traceback())

    def _fallback(self, obj, ident, name, exposed, args):
        """What every proxy may ask for."""
        if name == "__str__":
            return ("#RETURN", str(obj))
        if name == "__repr__":
            return ("#RETURN", repr(obj))
        if name == "#GETVALUE":
            return ("#RETURN", obj)
        raise AttributeError(
            f"method {name!r} of {type(obj)!r} object is not in exposed={exposed!r}"
        )

    # What new connections may be for. The first argument is the connection.

    def dummy(self, connection):
        """Nothing: whoever asks wants to know whether the server is there."""

    def debug_info(self, connection):
        """The objects, as text."""
        with self.mutex:
            return "\n".join(
                f"  {ident}:       refcount={self.id_to_refcount[ident]}\n"
                f"    {str(self.id_to_obj[ident][0])[:75]}"
                for ident in sorted(self.id_to_refcount)
                if ident != "0"
            )

    def number_of_objects(self, connection):
        """How many objects proxies refer to."""
        return len(self.id_to_refcount)

    def shutdown(self, connection):
        """End the server."""
        try:
            util.debug("manager received shutdown message")
            connection.send(("#RETURN", None))
        finally:
            self.stop_event.set()

    def create(self, connection, typeid, /, *args, **kwds):
        """Make an object; returns its name and the methods that proxies may call."""
        with self.mutex:
            make, exposed, types, proxytype = self.registry[typeid]
            if make is None:
                if kwds or len(args) != 1:
                    raise ValueError("Without callable, must have one non-keyword argument")
                obj = args[0]
            else:
                obj = make(*args, **kwds)
            if exposed is None:
                exposed = public_methods(obj)
            if types is not None:
                exposed = list(exposed) + list(types)
            ident = f"{id(obj):x}"
            util.debug("%r callable returned object with id %r", typeid, ident)
            self.id_to_obj[ident] = (obj, set(exposed), types)
            self.id_to_refcount.setdefault(ident, 0)
        self.incref(connection, ident)
        return ident, tuple(exposed)

    def get_methods(self, connection, token):
        """The methods of an object that proxies may call."""
        return tuple(self.id_to_obj[token.id][1])

    def accept_connection(self, connection, name):
        """Serve the proxies of a thread of that name."""
        threading.current_thread().name = name
        connection.send(("#RETURN", None))
        self.serve_client(connection)

    def incref(self, connection, ident):
        """There is one more proxy."""
        with self.mutex:
            if ident in self.id_to_refcount:
                self.id_to_refcount[ident] += 1
            elif ident in self.id_to_local_proxy_obj:
                # An object that had none but the server's own.
                self.id_to_refcount[ident] = 1
                self.id_to_obj[ident] = self.id_to_local_proxy_obj[ident]
            else:
                raise KeyError(ident)

    def decref(self, connection, ident):
        """There is one proxy less; with the last, the object goes."""
        with self.mutex:
            if ident not in self.id_to_refcount and ident in self.id_to_local_proxy_obj:
                return
            if self.id_to_refcount[ident] <= 0:
                raise AssertionError(f"Id {ident!s} has refcount {self.id_to_refcount[ident]!r}")
            self.id_to_refcount[ident] -= 1
            gone = self.id_to_refcount[ident] == 0
            if gone:
                del self.id_to_refcount[ident]
        if gone:
            # The object may itself be a proxy, whose end asks this server again.
            self.id_to_obj[ident] = (None, (), None)
            util.debug("disposing of obj with id %r", ident)
            with self.mutex:
                del self.id_to_obj[ident]


def _traceback():
    import traceback

    return traceback.format_exc()
