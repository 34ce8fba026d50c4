"""Bytes as hexadecimal digits, and what is wrong with such texts."""

from _interleave import crc32

__atomic__ = True


class Error(ValueError):
    """A text that stands for no bytes."""


def hexlify(data):
    """Bytes as hexadecimal digits."""
    return bytes(data).hex().encode()


b2a_hex = hexlify


def unhexlify(hexstr):
    """The bytes of hexadecimal digits."""
    text = hexstr if isinstance(hexstr, str) else bytes(hexstr).decode("latin-1")
    if len(text) % 2:
        raise Error("Odd-length string")
    if text.strip("0123456789abcdefABCDEF"):
        raise Error("Non-hexadecimal digit found")
    return bytes.fromhex(text)


a2b_hex = unhexlify
