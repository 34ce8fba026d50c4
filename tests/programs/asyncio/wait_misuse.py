"""What wait does not take."""

import asyncio


async def worker():
    pass


async def main():
    task = asyncio.create_task(worker())
    coro = worker()
    for attempt in (
        lambda: asyncio.wait(task),
        lambda: asyncio.wait([]),
        lambda: asyncio.wait([coro]),
        lambda: asyncio.wait([task], return_when="SOMETIME"),
    ):
        try:
            await attempt()
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
    await coro
    await task


asyncio.run(main())
