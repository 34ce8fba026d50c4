"""A task that is cancelled at the barrier no longer counts."""

import asyncio


async def worker(name, barrier):
    try:
        print(name, await barrier.wait())
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def main():
    barrier = asyncio.Barrier(2)
    first = asyncio.create_task(worker("first", barrier))
    await asyncio.sleep(0)
    first.cancel()
    await asyncio.wait([first])
    print(barrier)
    await asyncio.gather(worker("second", barrier), worker("third", barrier))


asyncio.run(main())
