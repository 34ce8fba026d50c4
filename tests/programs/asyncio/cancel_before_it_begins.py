"""A task that is cancelled before its first step never runs any of its code."""

import asyncio


async def worker():
    print("never printed")


async def main():
    task = asyncio.create_task(worker())
    print(task.cancel(), task.cancelled(), task.cancelling())
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled", task.cancelled(), task.cancel())


asyncio.run(main())
