"""Reset and abort send those who wait away with BrokenBarrierError."""

import asyncio


async def worker(name, barrier):
    try:
        print(name, await barrier.wait())
    except asyncio.BrokenBarrierError as error:
        print(name, repr(error))


async def main():
    barrier = asyncio.Barrier(3)
    for action in (barrier.reset, barrier.abort):
        tasks = [asyncio.create_task(worker(name, barrier)) for name in "ab"]
        await asyncio.sleep(0)
        print(barrier.n_waiting, barrier)
        await action()
        print(barrier, barrier.broken)
        await asyncio.gather(*tasks)
        print(barrier)
    await worker("late", barrier)
    await barrier.reset()
    print(barrier.broken, barrier)
    tasks = [asyncio.create_task(worker(name, barrier)) for name in "abc"]
    await asyncio.gather(*tasks)


asyncio.run(main())
