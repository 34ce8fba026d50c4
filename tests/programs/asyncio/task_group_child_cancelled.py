"""A task of a group that is cancelled on its own does not end the group."""

import asyncio


async def worker(name):
    await asyncio.sleep(0.05)
    print(name, "done")


async def main():
    async with asyncio.TaskGroup() as group:
        first = group.create_task(worker("first"))
        group.create_task(worker("second"))
        await asyncio.sleep(0)
        first.cancel()
    print("group is done", first.cancelled())


asyncio.run(main())
