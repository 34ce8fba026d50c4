import asyncio
import random


async def slow():
    await asyncio.sleep(random.random() / 250)
    return True


async def attempt():
    try:
        return await asyncio.wait_for(slow(), 0.002)
    except asyncio.TimeoutError:
        return False


async def main():
    print(await asyncio.gather(*(attempt() for _ in range(8))))


asyncio.run(main())
