"""How long C code works that lets go of the GIL: `hashlib` on more than 2047 bytes, `zlib` always.

The figures are nanoseconds for a thousand bytes, as measured once with CPython 3.11 on an ordinary
processor. The work itself is real and done at once; this is only the time that it stands for.
"""

import _interleave

__atomic__ = True

_LARGE_TO_DIGEST = 2047
_LARGE_TO_SUM = 5120


def digested(name, size):
    """So many bytes were digested by an algorithm."""
    if size > _LARGE_TO_DIGEST:
        costs = {"md5": 1300, "sha384": 1100, "sha512": 1100, "blake2b": 1000, "blake2s": 1800}
        _work(size, costs.get(name, 500))


def summed(size):
    """A checksum was taken of so many bytes."""
    if size > _LARGE_TO_SUM:
        _work(size, 250)


def compressed(size, level):
    """So many bytes were compressed."""
    _work(size, {0: 200, 1: 20000, 2: 25000, 3: 30000}.get(level, 50000))


def decompressed(size):
    """So many bytes came out."""
    _work(size, 6000)


def _work(size, nanoseconds):
    _interleave.work(size * nanoseconds // 1000)
