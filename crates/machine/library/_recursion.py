"""Representations of containers that contain themselves."""

import _thread

__atomic__ = True

_running = None


def guarded(container, placeholder, describe):
    """`describe(container)`, or `placeholder` while that is already under way.

    A user's `__repr__` may run meanwhile, and with it other threads: each has its own.
    """
    global _running
    if _running is None:
        _running = set()
    key = (_thread.get_ident(), id(container))
    if key in _running:
        return placeholder
    _running.add(key)
    try:
        return describe(container)
    finally:
        _running.discard(key)
        if not _running:
            # No trace stays behind, so that equal states of a program are equal.
            _running = None
