"""Connections between threads, with the interface of those between processes."""

from queue import Queue

__atomic__ = True

__all__ = ("Client", "Listener", "Pipe")


class Connection:
    """One end: what it sends, the other end receives."""

    def __init__(self, _in, _out):
        self._in = _in
        self._out = _out

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, traceback):
        self.close()

    def send(self, item):
        """Send an object, as it is."""
        self._out.put(item)

    def recv(self):
        """Receive an object, waiting for it."""
        return self._in.get()

    send_bytes = send
    recv_bytes = recv

    def poll(self, timeout=0.0):
        """Whether there is, in time, something to receive."""
        if self._in.qsize() > 0:
            return True
        if timeout <= 0.0:
            return False
        with self._in.not_empty:
            self._in.not_empty.wait(timeout)
        return self._in.qsize() > 0

    def close(self):
        """Nothing needs to be closed."""


def Pipe(duplex=True):
    """Two connected ends."""
    there, back = Queue(), Queue()
    return Connection(there, back), Connection(back, there)


class Listener:
    """Accepts connections of clients. Its address is an object."""

    def __init__(self, address=None, family=None, backlog=1):
        self._backlog_queue = Queue(backlog)

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, traceback):
        self.close()

    @property
    def address(self):
        """What a client needs to connect."""
        return self._backlog_queue

    def accept(self):
        """The connection to the next client, waiting for it."""
        return Connection(*self._backlog_queue.get())

    def close(self):
        """Accept no more."""
        self._backlog_queue = None


def Client(address):
    """Connect to the listener with this address."""
    there, back = Queue(), Queue()
    address.put((back, there))
    return Connection(there, back)
