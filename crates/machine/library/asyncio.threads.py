"""Between the loop and other threads."""

import concurrent.futures
import contextvars
import functools
import asyncio.coroutines as coroutines
import asyncio.events as events
from asyncio.futures import _chain_future
from asyncio.tasks import ensure_future

__atomic__ = True


async def to_thread(func, /, *args, **kwargs):
    """Call a function in another thread, in a copy of the current context."""
    loop = events.get_running_loop()
    context = contextvars.copy_context()
    return await loop.run_in_executor(
        None, functools.partial(context.run, func, *args, **kwargs)
    )


def run_coroutine_threadsafe(coro, loop):
    """Have another thread's loop drive a coroutine; returns a future that threads wait for."""
    if not coroutines.iscoroutine(coro):
        raise TypeError("A coroutine object is required")
    future = concurrent.futures.Future()

    def callback():
        try:
            _chain_future(ensure_future(coro, loop=loop), future)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            if future.set_running_or_notify_cancel():
                future.set_exception(error)
            raise

    loop.call_soon_threadsafe(callback)
    return future
