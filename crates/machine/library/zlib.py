"""Checksums and compression."""

import _interleave
import _work

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
    result = _outcome(_interleave.compress(data, level))
    _work.compressed(len(data), level)
    return result


def decompress(data, /, wbits=15, bufsize=16384):
    """The bytes that were compressed."""
    result = _outcome(_interleave.decompress(data))
    _work.decompressed(len(result))
    return result


def crc32(data, value=0, /):
    """A checksum: CRC-32."""
    result = _interleave.crc32(data, value)
    _work.summed(len(data))
    return result


def adler32(data, value=1, /):
    """A checksum: Adler-32."""
    result = _interleave.adler32(data, value)
    _work.summed(len(data))
    return result


def _outcome(result):
    if isinstance(result, str):
        raise error(result)
    return result
