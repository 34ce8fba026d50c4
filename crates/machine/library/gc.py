"""The collector of what only refers to itself."""

from _interleave import collect as _collect

__atomic__ = True

_enabled = True


def collect(generation=2):
    """Free all that cannot be reached; returns how many objects that were."""
    return _collect()


def enable():
    """Remembered; when garbage is collected is the machine's affair."""
    global _enabled
    _enabled = True


def disable():
    """Remembered; when garbage is collected is the machine's affair."""
    global _enabled
    _enabled = False


def isenabled():
    """Whether the program wants garbage to be collected by itself."""
    return _enabled


def get_count():
    """How much was made since each generation was last looked at."""
    return (0, 0, 0)


def get_threshold():
    """How much may be made before a generation is looked at."""
    return (700, 10, 10)


def freeze():
    """Nothing is kept from the collector."""


def unfreeze():
    """Nothing is kept from the collector."""
