"""Checksums and compression."""

import _interleave
from _interleave import adler32, crc32

__atomic__ = True

ZLIB_VERSION = "1.2.13"
Z_DEFAULT_COMPRESSION = -1
Z_BEST_SPEED = 1
Z_BEST_COMPRESSION = 9
Z_NO_COMPRESSION = 0
MAX_WBITS = 15


class error(Exception):
    """Bytes that are not compressed, or an impossible level."""


def compress(data, /, level=-1, wbits=15):
    """Compressed bytes."""
    return _outcome(_interleave.compress(data, level))


def decompress(data, /, wbits=15, bufsize=16384):
    """The bytes that were compressed."""
    return _outcome(_interleave.decompress(data))


def _outcome(result):
    if isinstance(result, str):
        raise error(result)
    return result
