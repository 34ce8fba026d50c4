"""What counts as a coroutine."""

import inspect
import types

__atomic__ = True


def iscoroutine(obj):
    """Whether it is a coroutine object (or a generator, which was one before `async`)."""
    if isinstance(obj, (types.CoroutineType, types.GeneratorType)):
        return True
    kind = type(obj)
    return all(hasattr(kind, name) for name in ("__await__", "send", "throw", "close"))


def iscoroutinefunction(func):
    """Whether it was defined with `async def`."""
    return inspect.iscoroutinefunction(func)
