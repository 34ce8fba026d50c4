"""A semaphore lets a number of tasks in at a time."""

import asyncio


async def worker(number, semaphore, inside):
    async with semaphore:
        inside.add(number)
        print(sorted(inside))
        await asyncio.sleep(0.02)
        inside.remove(number)


async def main():
    semaphore = asyncio.Semaphore(2)
    print(semaphore, semaphore.locked())
    await asyncio.gather(*(worker(number, semaphore, set()) for number in range(2)))
    inside = set()
    await asyncio.gather(*(worker(number, semaphore, inside) for number in range(6)))
    print(semaphore)
    try:
        asyncio.Semaphore(-1)
    except ValueError as error:
        print(error)


asyncio.run(main())
