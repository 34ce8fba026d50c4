"""Digests of bytes."""

import _interleave
from _interleave import named_lock

__atomic__ = True
__all__ = (
    "md5", "sha1", "sha224", "sha256", "sha384", "sha512", "blake2b", "blake2s", "new",
    "algorithms_guaranteed", "algorithms_available",
)

_NAMES = ("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "blake2b", "blake2s")


class HASH:
    """Bytes that are being digested."""

    def __init__(self, name, state):
        self._name = name
        self._state = state
        # Who works on the state without the GIL holds it. Before the first long update there is none, as in CPython, and
        # afterwards each update lets go of the GIL.
        self._lock = None

    @property
    def name(self):
        """The algorithm."""
        return self._name

    @property
    def digest_size(self):
        """How many bytes the digest has."""
        return _interleave.digest_sizes(self._name)[0]

    @property
    def block_size(self):
        """How many bytes are digested at once."""
        return _interleave.digest_sizes(self._name)[1]

    def update(self, data, /):
        """Digest more bytes."""
        if self._lock is None and _interleave.is_long_to_digest(data):
            self._lock = named_lock(self, "mutex")
        if self._lock is None:
            self._state.update(data, False)
            return
        with self._lock:
            self._state.update(data, True)

    def _settled(self):
        # The state, once nobody works on it.
        if self._lock is not None:
            with self._lock:
                pass
        return self._state

    def digest(self):
        """The digest of all bytes so far."""
        return self._settled().digest()

    def hexdigest(self):
        """The same in hexadecimal."""
        return self._settled().digest().hex()

    def copy(self):
        """One that has digested as much."""
        return HASH(self._name, self._settled().copy())

    def __repr__(self):
        return f"<{self._name} _hashlib.HASH object @ {id(self):#x}>"


def __getattr__(name):
    if name in ("algorithms_guaranteed", "algorithms_available"):
        return set(_NAMES)
    raise AttributeError(f"module 'hashlib' has no attribute {name!r}")


def new(name, data=b"", *, usedforsecurity=True):
    """Begin to digest by the algorithm of a name."""
    state = _interleave.hasher(name)
    if state is None:
        raise ValueError(f"unsupported hash type {name}")
    state.update(data, False)
    return HASH(name.lower(), state)


def md5(string=b"", *, usedforsecurity=True):
    """MD5"""
    return new("md5", string)


def sha1(string=b"", *, usedforsecurity=True):
    """SHA-1"""
    return new("sha1", string)


def sha224(string=b"", *, usedforsecurity=True):
    """SHA-224"""
    return new("sha224", string)


def sha256(string=b"", *, usedforsecurity=True):
    """SHA-256"""
    return new("sha256", string)


def sha384(string=b"", *, usedforsecurity=True):
    """SHA-384"""
    return new("sha384", string)


def sha512(string=b"", *, usedforsecurity=True):
    """SHA-512"""
    return new("sha512", string)


def blake2b(data=b"", /, *, usedforsecurity=True):
    """BLAKE2b"""
    return new("blake2b", data)


def blake2s(data=b"", /, *, usedforsecurity=True):
    """BLAKE2s"""
    return new("blake2s", data)
