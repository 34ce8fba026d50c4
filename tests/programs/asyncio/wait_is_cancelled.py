"""Cancelling wait does not cancel what it waits for."""

import asyncio


async def worker():
    await asyncio.sleep(0.1)
    return "unharmed"


async def waiter(task):
    try:
        await asyncio.wait([task])
    except asyncio.CancelledError:
        print("wait cancelled, task done:", task.done())
        raise


async def main():
    task = asyncio.create_task(worker())
    other = asyncio.create_task(waiter(task))
    await asyncio.sleep(0.025)
    other.cancel()
    await asyncio.wait([other])
    print(task)
    print(await task)


asyncio.run(main())
