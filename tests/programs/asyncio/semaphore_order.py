"""Permits go to those who wait, in their order, even if others come just then."""

import asyncio


async def worker(name, semaphore):
    await semaphore.acquire()
    print(name)


async def main():
    semaphore = asyncio.Semaphore(0)
    tasks = [asyncio.create_task(worker(name, semaphore)) for name in "abcd"]
    await asyncio.sleep(0)
    print(semaphore)
    tasks[1].cancel()
    semaphore.release()
    semaphore.release()
    print(semaphore, semaphore.locked())
    late = asyncio.create_task(worker("late", semaphore))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(semaphore)
    semaphore.release()
    semaphore.release()
    await asyncio.wait([*tasks, late])
    print(semaphore)


asyncio.run(main())
