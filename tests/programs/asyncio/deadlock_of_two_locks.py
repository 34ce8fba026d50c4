"""Two tasks take two locks in opposite order; a timeout gets them out of it."""

import asyncio


async def worker(name, first, second):
    async with first:
        print(name, "has its first lock")
        await asyncio.sleep(0)
        async with second:
            print(name, "has both")


async def main():
    a, b = asyncio.Lock(), asyncio.Lock()
    try:
        async with asyncio.timeout(0.1):
            await asyncio.gather(worker("one", a, b), worker("two", b, a))
    except TimeoutError:
        print("deadlock", a.locked(), b.locked())


asyncio.run(main())
