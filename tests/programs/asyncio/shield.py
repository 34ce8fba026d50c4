"""A shielded task goes on when the one that waits for it is cancelled."""

import asyncio


async def important():
    await asyncio.sleep(0.1)
    print("important work done")
    return "result"


async def waiter(task):
    try:
        await asyncio.shield(task)
    except asyncio.CancelledError:
        print("waiter cancelled, task cancelled:", task.cancelled())
        raise


async def main():
    task = asyncio.create_task(important())
    other = asyncio.create_task(waiter(task))
    await asyncio.sleep(0.025)
    other.cancel()
    await asyncio.wait([other])
    print(await task)
    print(asyncio.shield(task) is task)
    try:
        await asyncio.wait_for(asyncio.shield(task := asyncio.create_task(important())), 0.025)
    except TimeoutError:
        print("too late, but", await task)


asyncio.run(main())
