"""How futures, tasks and handles show themselves."""

import functools
import inspect
import reprlib
import asyncio.places as places

__atomic__ = True

_IN_C = ("asyncio.futures", "asyncio.tasks")


def future(fut):
    """`<Future finished result=1>`, and the like for tasks."""
    return f"<{' '.join([type(fut).__name__, *fut._repr_info()])}>"


def future_info(fut):
    """State, result or exception, and callbacks."""
    info = [fut._state.lower()]
    if fut._state == "FINISHED":
        if fut._exception is not None:
            info.append(f"exception={fut._exception!r}")
        else:
            info.append(f"result={reprlib.repr(fut._result)}")
    if fut._callbacks:
        info.append(f"cb=[{_callbacks(fut._callbacks)}]")
    return info


def task_info(task):
    """What a future shows, and besides the name, the coroutine and what it waits for."""
    state, *rest = future_info(task)
    if task.cancelling() and not task.done():
        state = "cancelling"
    info = [state, f"name={task.get_name()!r}", f"coro=<{coroutine(task._coro)}>"]
    if task._fut_waiter is not None:
        info.append(f"wait_for={task._fut_waiter!r}")
    return info + rest


def coroutine(coro):
    """`main() running at main.py:5`, or where it was defined when it is done."""
    prefix = "cr" if hasattr(coro, "cr_code") else "gi"
    name = f"{getattr(coro, '__qualname__', type(coro).__name__)}()"
    code = getattr(coro, f"{prefix}_code", None)
    if code is None:
        return name
    frame = getattr(coro, f"{prefix}_frame")
    begun = frame is not None and frame.f_lineno != code.co_firstlineno
    place = places.of_coroutine(code, begun)
    if frame is None:
        return f"{name} done, defined at {place or f'{code.co_filename}:{code.co_firstlineno}'}"
    return f"{name} running at {place or f'{code.co_filename}:{frame.f_lineno}'}"


def call(function, args):
    """`function(1, 2) at main.py:5`."""
    place = _place(function)
    return _call(function, args or (), {}) + (f" at {place}" if place else "")


def _callbacks(callbacks):
    shown = [call(callback, ()) for callback, _ in callbacks]
    if len(shown) > 2:
        shown[1:-1] = [f"<{len(shown) - 2} more>"]
    return ", ".join(shown)


def _call(function, args, kwargs):
    shown = [reprlib.repr(arg) for arg in args]
    shown += [f"{name}={reprlib.repr(value)}" for name, value in kwargs.items()]
    arguments = f"({', '.join(shown)})"
    if isinstance(function, functools.partial):
        return _call(function.func, function.args, function.keywords) + arguments
    name = getattr(function, "__qualname__", None) or getattr(function, "__name__", None)
    if getattr(function, "__module__", None) in _IN_C and hasattr(function, "__self__"):
        # A method in C has no class's name of its own but goes by its object's.
        name = f"{type(function.__self__).__name__}.{function.__name__}"
    return (name or repr(function)) + arguments


def _place(function):
    while isinstance(function, functools.partial):
        function = function.func
    if not inspect.isfunction(function):
        return None
    code = function.__code__
    return places.of_callback(function) or f"{code.co_filename}:{code.co_firstlineno}"
