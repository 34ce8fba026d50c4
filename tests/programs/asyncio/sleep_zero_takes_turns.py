"""sleep(0) lets every other ready task run once."""

import asyncio


async def counter(name):
    for number in range(3):
        print(name, number)
        await asyncio.sleep(0)


async def main():
    await asyncio.gather(counter("a"), counter("b"), counter("c"))


asyncio.run(main())
