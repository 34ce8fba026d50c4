"""A block under asyncio.timeout is cancelled when time is up."""

import asyncio


async def main():
    try:
        async with asyncio.timeout(0.05) as limit:
            print(limit.expired())
            await asyncio.sleep(10)
            print("never printed")
    except TimeoutError as error:
        print(repr(error), repr(error.__cause__), limit.expired(), limit)
    async with asyncio.timeout(1) as limit:
        await asyncio.sleep(0)
    print(limit.expired(), limit)
    async with asyncio.timeout(None) as limit:
        print(limit.when(), limit)
    print(asyncio.current_task().cancelling())


asyncio.run(main())
