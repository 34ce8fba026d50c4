"""Each number sleeps as long as it is large."""

import asyncio


async def sleeper(number, result):
    await asyncio.sleep(number / 20)
    result.append(number)


async def main():
    result = []
    await asyncio.gather(*(sleeper(number, result) for number in (5, 1, 4, 2, 3)))
    print(result)


asyncio.run(main())
