"""When time is up wait_for cancels, waits for the end of that, and raises TimeoutError."""

import asyncio


async def worker():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("cleaning up")
        await asyncio.sleep(0.1)
        print("clean")
        raise


async def never():
    print("never printed")


async def main():
    try:
        await asyncio.wait_for(worker(), 0.05)
    except TimeoutError as error:
        print(repr(error), repr(error.__cause__))
    for timeout in (0, -1):
        try:
            await asyncio.wait_for(never(), timeout)
        except asyncio.TimeoutError:
            print("too late before it began")


asyncio.run(main())
