"""Bytes as texts of 64 or 16 characters."""

from binascii import Error

__atomic__ = True
__all__ = (
    "b64encode", "b64decode", "standard_b64encode", "standard_b64decode", "urlsafe_b64encode",
    "urlsafe_b64decode", "b16encode", "b16decode",
)

_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


def b64encode(s, altchars=None):
    """Bytes as a text; `altchars` are used for `+` and `/`."""
    if isinstance(s, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    s = _bytes_of(s)
    out = bytearray()
    for place in range(0, len(s), 3):
        group = s[place : place + 3]
        bits = int.from_bytes(group + bytes(3 - len(group)), "big")
        digits = "".join([_DIGITS[bits >> shift & 63] for shift in (18, 12, 6, 0)]).encode()
        out += digits[: len(group) + 1] + b"=" * (3 - len(group))
    text = bytes(out)
    return text if altchars is None else text.translate(bytes.maketrans(b"+/", altchars))


def b64decode(s, altchars=None, validate=False):
    """The bytes of such a text; other characters are passed over, unless it is to be validated."""
    s = _bytes_of(s)
    if altchars is not None:
        s = s.translate(bytes.maketrans(_bytes_of(altchars), b"+/"))
    digits = [_DIGITS.find(chr(byte)) for byte in (s.rstrip(b"=") if validate else s)]
    if validate and -1 in digits:
        raise Error("Only base64 data is allowed")
    digits = [digit for digit in digits if digit >= 0]
    left = len(digits) % 4
    if left == 1:
        raise Error(
            f"Invalid base64-encoded string: number of data characters ({len(digits)}) "
            "cannot be 1 more than a multiple of 4"
        )
    if left and s.count(b"=") < 4 - left:
        raise Error("Incorrect padding")
    out = bytearray()
    for place in range(0, len(digits), 4):
        group = digits[place : place + 4]
        bits = 0
        for digit in group + [0] * (4 - len(group)):
            bits = bits << 6 | digit
        out += bits.to_bytes(3, "big")[: len(group) - 1]
    return bytes(out)


def standard_b64encode(s):
    """Bytes as a text."""
    return b64encode(s)


def standard_b64decode(s):
    """The bytes of such a text."""
    return b64decode(s)


def urlsafe_b64encode(s):
    """Bytes as a text that may stand in an address."""
    return b64encode(s, b"-_")


def urlsafe_b64decode(s):
    """The bytes of such a text."""
    return b64decode(s, b"-_")


def b16encode(s):
    """Bytes as hexadecimal digits."""
    return _bytes_of(s).hex().upper().encode()


def b16decode(s, casefold=False):
    """The bytes of hexadecimal digits, which have to be capital unless `casefold`."""
    s = _bytes_of(s)
    digits = s.upper() if casefold else s
    if len(digits) % 2 or digits.strip(b"0123456789ABCDEF"):
        raise Error("Non-base16 digit found")
    return bytes.fromhex(digits.decode())


def _bytes_of(s):
    if isinstance(s, str):
        return s.encode("ascii")
    if not isinstance(s, (bytes, bytearray)):
        raise TypeError(f"a bytes-like object is required, not '{type(s).__name__}'")
    return bytes(s)
