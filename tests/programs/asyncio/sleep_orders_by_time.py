"""Tasks wake in the order of their deadlines."""

import asyncio


async def sleeper(delay):
    result = await asyncio.sleep(delay / 1000, result=f"slept {delay} ms")
    print(result)


async def main():
    await asyncio.gather(*(sleeper(delay) for delay in (90, 10, 50, 30, 70)))
    print(await asyncio.sleep(0, "nothing"), await asyncio.sleep(-1, "less"))


asyncio.run(main())
