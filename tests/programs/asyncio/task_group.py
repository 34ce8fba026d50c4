"""A task group waits for all its tasks at the end of the block."""

import asyncio


async def worker(number):
    await asyncio.sleep(number / 20)
    print("done", number)
    return number


async def main():
    async with asyncio.TaskGroup() as group:
        print(group)
        tasks = [group.create_task(worker(number), name=f"w{number}") for number in (3, 1, 2)]
        print(group)
        print("end of block")
    print([task.result() for task in tasks], group)


asyncio.run(main())
