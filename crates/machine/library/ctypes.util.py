"""Where libraries are."""

__atomic__ = True


def find_library(name):
    """The file of a library by its short name; None if there is none."""
    return {"c": "libc.so.6", "m": "libm.so.6"}.get(name)
