"""A task may catch its cancellation and go on."""

import asyncio


async def stubborn():
    for attempt in range(3):
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print("ignored", attempt)
    return "survived"


async def main():
    task = asyncio.create_task(stubborn())
    for _ in range(3):
        await asyncio.sleep(0)
        print(task.cancel(), task.cancelling())
    print(await task, task.cancelled(), task.cancelling())


asyncio.run(main())
