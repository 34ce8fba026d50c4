"""Without a lock an await between reading and writing loses updates; with one it does not."""

import asyncio

counter = 0


async def careless():
    global counter
    value = counter
    await asyncio.sleep(0)
    counter = value + 1


async def careful(lock):
    global counter
    async with lock:
        value = counter
        await asyncio.sleep(0)
        counter = value + 1


async def main():
    global counter
    await asyncio.gather(*(careless() for _ in range(10)))
    print(counter)
    counter = 0
    lock = asyncio.Lock()
    await asyncio.gather(*(careful(lock) for _ in range(10)))
    print(counter)


asyncio.run(main())
