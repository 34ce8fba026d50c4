"""Tasks begin in the order in which they were created, once main lets them."""

import asyncio


async def worker(number):
    print("begin", number)
    await asyncio.sleep(0)
    print("end", number)


async def main():
    tasks = [asyncio.create_task(worker(number)) for number in range(3)]
    print("created")
    for task in tasks:
        await task
    print("awaited")


asyncio.run(main())
