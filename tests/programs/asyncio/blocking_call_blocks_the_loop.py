"""A blocking call in a coroutine keeps all other tasks waiting."""

import asyncio
import time


async def ticker():
    for number in range(3):
        print("tick", number)
        await asyncio.sleep(0.02)


async def blocker():
    print("blocking")
    time.sleep(0.2)
    print("no longer blocking")


async def main():
    await asyncio.gather(ticker(), blocker())


asyncio.run(main())
