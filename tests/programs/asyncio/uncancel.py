"""uncancel takes a request to cancel back, which a block that handles it should do."""

import asyncio


async def worker():
    task = asyncio.current_task()
    print(task.uncancel(), task.cancelling())
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("requests:", task.cancelling())
        print("left:", task.uncancel())
    async with asyncio.timeout(0.05):
        await asyncio.sleep(0)
    return "normal end"


async def main():
    task = asyncio.create_task(worker())
    await asyncio.sleep(0)
    task.cancel()
    task.cancel()
    print(task.cancelling())
    print(await task)


asyncio.run(main())
