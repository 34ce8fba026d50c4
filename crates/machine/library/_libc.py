"""What functions of the C library do, of those that there are.

Each takes the values of its arguments as C has them and returns such a value: numbers, bytes for the
address of a text, None for no address. A call lets go of the GIL, which others notice only where it
takes its time: `sleep` and `usleep`.
"""

import _interleave
import math
import os
import time

__atomic__ = True


def function(name):
    """The function of that name; None if there is none."""
    return _functions().get(name)


def _functions():
    return {
        "abs": _abs, "labs": abs, "llabs": abs, "atoi": _atoi, "atol": _atoi,
        "getpid": os.getpid, "getppid": os.getppid,
        "sleep": _sleep, "usleep": _usleep, "sched_yield": _yield, "time": _time,
        "strlen": _strlen, "toupper": _toupper, "tolower": _tolower,
        "isalpha": _isalpha, "isdigit": _isdigit, "isspace": _isspace,
        "puts": _puts, "putchar": _putchar, "printf": _printf, "fflush": _fflush,
        "sqrt": math.sqrt, "cbrt": math.cbrt, "pow": math.pow, "fabs": math.fabs,
        "floor": _floor, "ceil": _ceil, "exp": math.exp, "log": math.log,
        "sin": math.sin, "cos": math.cos, "tan": math.tan,
    }


def _unsigned(number):
    return number & 0xFFFFFFFF


def _int(number):
    number = _unsigned(number)
    return number - (1 << 32) if number >> 31 else number


def _abs(number):
    return _int(abs(_int(number)))


def _sleep(seconds):
    time.sleep(_unsigned(seconds))
    return 0


def _usleep(microseconds):
    time.sleep(_unsigned(microseconds) / 1e6)
    return 0


def _yield():
    time.sleep(0)
    return 0


def _time(place):
    return int(time.time())


def _before_zero(text):
    return text.split(b"\0")[0]


def _atoi(text):
    text = _before_zero(text).lstrip()
    sign = text[:1]
    digits = text[1:] if sign in (b"-", b"+") else text
    length = 0
    while digits[length : length + 1].isdigit():
        length += 1
    number = int(digits[:length] or b"0")
    return -number if sign == b"-" else number


def _strlen(text):
    return len(_before_zero(text))


def _toupper(character):
    return character - 32 if 97 <= character <= 122 else character


def _tolower(character):
    return character + 32 if 65 <= character <= 90 else character


# The C library says yes with a bit of its own.

def _isalpha(character):
    return 1024 if 65 <= character <= 90 or 97 <= character <= 122 else 0


def _isdigit(character):
    return 2048 if 48 <= character <= 57 else 0


def _isspace(character):
    return 8192 if character == 32 or 9 <= character <= 13 else 0


# The library's output is a stream of its own to the same terminal.

def _write(text):
    _interleave.write(1, text.decode("utf-8", "replace"))


def _puts(text):
    _write(_before_zero(text) + b"\n")
    return len(_before_zero(text)) + 1


def _putchar(character):
    _write(bytes([character & 255]))
    return character & 255


def _printf(template, *values):
    template = _before_zero(template).replace(b"%l", b"%").replace(b"%l", b"%")
    text = template % tuple([_before_zero(value) if isinstance(value, bytes) else value for value in values])
    _write(text)
    return len(text)


def _fflush(stream):
    return 0


def _floor(number):
    return float(math.floor(number))


def _ceil(number):
    return float(math.ceil(number))
