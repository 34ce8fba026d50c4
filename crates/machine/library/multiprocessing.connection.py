"""Messages between processes, over pipes and sockets.

A message is its length in four bytes, the most significant first, and the bytes themselves;
one of 2 GiB or more has -1 for its length, which follows in eight bytes.
"""

import _kernel
import os
from multiprocessing.context import AuthenticationError
from multiprocessing.context import BufferTooShort
from multiprocessing.reduction import DupFd
from multiprocessing.reduction import ForkingPickler

__atomic__ = True

__all__ = ("Client", "Listener", "Pipe", "wait")

# A longer message is written apart from its length.
_SMALL = 16384
_LONGEST = 0x7FFFFFFF


class Connection:
    """One end of a connection."""

    def __init__(self, handle, readable=True, writable=True):
        handle = handle.__index__()
        if handle < 0:
            raise ValueError("invalid handle")
        if not readable and not writable:
            raise ValueError("at least one of `readable` and `writable` must be True")
        self._handle = handle
        self._readable = readable
        self._writable = writable

    def __del__(self):
        if self._handle is not None:
            self._close()

    def _close(self):
        os.close(self._handle)

    def __reduce__(self):
        return _rebuild_connection, (DupFd(self.fileno()), self._readable, self._writable)

    def _check_closed(self):
        if self._handle is None:
            raise OSError("handle is closed")

    def _check_readable(self):
        if not self._readable:
            raise OSError("connection is write-only")

    def _check_writable(self):
        if not self._writable:
            raise OSError("connection is read-only")

    @property
    def closed(self):
        """Whether this end is closed."""
        return self._handle is None

    @property
    def readable(self):
        """Whether this end can receive."""
        return self._readable

    @property
    def writable(self):
        """Whether this end can send."""
        return self._writable

    def fileno(self):
        """The descriptor."""
        self._check_closed()
        return self._handle

    def close(self):
        """Close this end."""
        if self._handle is not None:
            try:
                self._close()
            finally:
                self._handle = None

    def send_bytes(self, buf, offset=0, size=None):
        """Send bytes as one message."""
        self._check_closed()
        self._check_writable()
        data = bytes(buf)
        if offset < 0:
            raise ValueError("offset is negative")
        if len(data) < offset:
            raise ValueError("buffer length < offset")
        if size is None:
            size = len(data) - offset
        elif size < 0:
            raise ValueError("size is negative")
        elif offset + size > len(data):
            raise ValueError("buffer length < offset + size")
        self._send_bytes(data[offset : offset + size])

    def send(self, obj):
        """Send an object."""
        self._check_closed()
        self._check_writable()
        self._send_bytes(ForkingPickler.dumps(obj))

    def recv_bytes(self, maxlength=None):
        """Receive a message, waiting for it. At the other side's end an EOFError."""
        self._check_closed()
        self._check_readable()
        if maxlength is not None and maxlength < 0:
            raise ValueError("negative maxlength")
        data = self._recv_bytes(maxlength)
        if data is None:
            # What follows could not be told from the rest of this message.
            if self._writable:
                self._readable = False
            else:
                self.close()
            raise OSError("bad message length")
        return data

    def recv_bytes_into(self, buf, offset=0):
        """Receive a message into a buffer; returns its length."""
        self._check_closed()
        self._check_readable()
        room = len(buf)
        if offset < 0:
            raise ValueError("negative offset")
        if offset > room:
            raise ValueError("offset too large")
        data = self._recv_bytes()
        if room < offset + len(data):
            raise BufferTooShort(data)
        buf[offset : offset + len(data)] = data
        return len(data)

    def recv(self):
        """Receive an object, waiting for it. At the other side's end an EOFError."""
        self._check_closed()
        self._check_readable()
        return ForkingPickler.loads(self._recv_bytes())

    def poll(self, timeout=0.0):
        """Whether there is, in time, something to receive, or nobody to send."""
        self._check_closed()
        self._check_readable()
        return bool(wait([self], timeout))

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, exc_tb):
        self.close()

    # Bytes.

    def _send(self, data):
        while True:
            written = os.write(self._handle, data)
            if written == len(data):
                return
            data = data[written:]

    def _recv(self, size):
        parts = []
        remaining = size
        while remaining > 0:
            data = os.read(self._handle, remaining)
            if not data:
                if remaining == size:
                    raise EOFError
                raise OSError("got end of file during message")
            parts.append(data)
            remaining -= len(data)
        return b"".join(parts)

    def _send_bytes(self, data):
        size = len(data)
        if size > _LONGEST:
            self._send(b"\xff\xff\xff\xff")
            header = size.to_bytes(8, "big")
        else:
            header = size.to_bytes(4, "big")
        if size > _SMALL:
            self._send(header)
            self._send(data)
        else:
            self._send(header + data)

    def _recv_bytes(self, maxsize=None):
        size = int.from_bytes(self._recv(4), "big", signed=True)
        if size == -1:
            size = int.from_bytes(self._recv(8), "big")
        if maxsize is not None and size > maxsize:
            return None
        return self._recv(size)


def _rebuild_connection(shared, readable, writable):
    return Connection(shared.detach(), readable, writable)


def Pipe(duplex=True):
    """Two connected ends; without duplex, the first receives and the second sends."""
    if duplex:
        first, second = _kernel.socketpair()
        return Connection(first), Connection(second)
    reader, writer = os.pipe()
    return Connection(reader, writable=False), Connection(writer, readable=False)


def wait(object_list, timeout=None):
    """Those of the connections, processes' sentinels and descriptors that are ready."""
    objects = list(object_list)
    fds = [obj if isinstance(obj, int) else obj.fileno() for obj in objects]
    if timeout is not None:
        timeout = max(timeout, 0)
    ready, _ = _kernel.poll(tuple(fds), (), timeout)
    return [obj for obj, fd in zip(objects, fds) if fd in ready]


# Listeners.


def _family_of(address):
    if type(address) is tuple:
        return "AF_INET"
    if type(address) is str:
        return "AF_UNIX"
    raise ValueError(f"address type of {address!r} unrecognized")


class Listener:
    """Accepts connections of clients at an address."""

    def __init__(self, address=None, family=None, backlog=1, authkey=None):
        family = family or (address and _family_of(address)) or "AF_UNIX"
        if family not in ("AF_UNIX", "AF_INET"):
            raise ValueError(f"Family {family} is not recognized.")
        if authkey is not None and not isinstance(authkey, bytes):
            raise TypeError("authkey should be a byte string")
        self._fd, name = _kernel.listen(None if address is None else str(address), backlog)
        self._address = name if address is None else address
        self._authkey = authkey
        self._last_accepted = None

    def accept(self):
        """The connection to the next client, waiting for it."""
        if self._fd is None:
            raise OSError("listener is closed")
        connection = Connection(_kernel.accept(self._fd))
        if self._authkey:
            deliver_challenge(connection, self._authkey)
            answer_challenge(connection, self._authkey)
        return connection

    def close(self):
        """Accept no more."""
        if self._fd is not None:
            os.close(self._fd)
            self._fd = None

    @property
    def address(self):
        """What a client needs to connect."""
        return self._address

    @property
    def last_accepted(self):
        """Where the last client was, of which nothing is known."""
        return self._last_accepted

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, exc_tb):
        self.close()


def Client(address, family=None, authkey=None):
    """Connect to the listener at an address."""
    _family_of(address)
    if authkey is not None and not isinstance(authkey, bytes):
        raise TypeError("authkey should be a byte string")
    connection = Connection(_kernel.connect(str(address)))
    if authkey is not None:
        answer_challenge(connection, authkey)
        deliver_challenge(connection, authkey)
    return connection


# Each side proves that it knows the key: it returns a digest of the other's message.

_CHALLENGE = b"#CHALLENGE#"
_WELCOME = b"#WELCOME#"
_FAILURE = b"#FAILURE#"
_BLOCK = 64


def _digest(key, message):
    """A keyed digest (RFC 2104)."""
    import hashlib

    if len(key) > _BLOCK:
        key = hashlib.md5(key).digest()
    key = key.ljust(_BLOCK, b"\0")
    inner = hashlib.md5(bytes([byte ^ 0x36 for byte in key]) + message).digest()
    return hashlib.md5(bytes([byte ^ 0x5C for byte in key]) + inner).digest()


def deliver_challenge(connection, authkey):
    """Have the other side prove that it knows the key."""
    message = os.getpid().to_bytes(20, "big")
    connection.send_bytes(_CHALLENGE + message)
    if connection.recv_bytes(256) != _digest(authkey, message):
        connection.send_bytes(_FAILURE)
        raise AuthenticationError("digest received was wrong")
    connection.send_bytes(_WELCOME)


def answer_challenge(connection, authkey):
    """Prove that this side knows the key."""
    message = connection.recv_bytes(256)
    connection.send_bytes(_digest(authkey, message[len(_CHALLENGE) :]))
    if connection.recv_bytes(256) != _WELCOME:
        raise AuthenticationError("digest sent was rejected")
