"""Calls of what the program gave to the library.

This module is not atomic: others may run before a builtin function does. A function written in Python is a place to
switch itself, so where many of them are called the caller need not come here.
"""


def call(function, args, kwargs):
    """Call the function."""
    return function(*args, **kwargs)
