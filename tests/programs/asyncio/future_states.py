"""A future is pending, then finished or cancelled, once and for all."""

import asyncio


def attempt(action, *args):
    try:
        print(action.__name__, "->", action(*args))
    except (asyncio.InvalidStateError, asyncio.CancelledError, Exception) as error:
        print(action.__name__, "->", repr(error))


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    print(future, future.done(), future.cancelled())
    attempt(future.result)
    attempt(future.exception)
    attempt(future.set_result, 1)
    print(future)
    attempt(future.set_result, 2)
    attempt(future.set_exception, ValueError())
    attempt(future.cancel)
    attempt(future.result)
    attempt(future.exception)

    future = loop.create_future()
    attempt(future.set_exception, 3)
    attempt(future.set_exception, StopIteration)
    attempt(future.set_exception, KeyError)
    print(future)
    attempt(future.result)
    attempt(future.exception)

    future = loop.create_future()
    attempt(future.cancel, "no more")
    print(future, future.done(), future.cancelled())
    attempt(future.cancel)
    attempt(future.result)
    attempt(future.exception)


asyncio.run(main())
