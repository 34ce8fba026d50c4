"""Sleeps of equal length that begin together end in the same pass of the loop."""

import asyncio


async def sleeper(name):
    for turn in range(3):
        await asyncio.sleep(0.05)
        print(name, turn)


async def main():
    await asyncio.gather(*(sleeper(name) for name in "abcde"))


asyncio.run(main())
