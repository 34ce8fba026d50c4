"""Cancelling gather cancels all its children, and it is done when they are."""

import asyncio


async def worker(name):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print(name, "cancelled", error.args)
        raise


async def main():
    for return_exceptions in (False, True):
        both = asyncio.gather(worker("a"), worker("b"), return_exceptions=return_exceptions)
        await asyncio.sleep(0)
        print(both)
        print(both.cancel("stop"), both.done())
        try:
            await both
        except asyncio.CancelledError as error:
            print("cancelled", error.args)
        print(both.cancel(), both.cancelled())


asyncio.run(main())
