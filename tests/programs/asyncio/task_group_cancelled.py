"""A group that is cancelled from outside cancels its tasks and passes it on."""

import asyncio


async def worker(name):
    try:
        await asyncio.sleep(10)
    finally:
        print(name, "ends")


async def grouped():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(worker("a"))
            await asyncio.sleep(0)
    except asyncio.CancelledError as error:
        print("group cancelled", error.args)
        raise


async def main():
    task = asyncio.create_task(grouped())
    await asyncio.sleep(0.05)
    task.cancel("outside")
    await asyncio.wait([task])
    print(task.cancelled())
    try:
        async with asyncio.timeout(0.05):
            async with asyncio.TaskGroup() as group:
                group.create_task(worker("b"))
    except TimeoutError:
        print("timeout around a group")


asyncio.run(main())
