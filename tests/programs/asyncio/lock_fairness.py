"""A lock goes to the tasks in the order in which they came; nobody overtakes those who wait."""

import asyncio


async def worker(name, lock):
    for turn in range(2):
        async with lock:
            print(name, turn)
            await asyncio.sleep(0)


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(*(worker(name, lock) for name in "abc"))


asyncio.run(main())
