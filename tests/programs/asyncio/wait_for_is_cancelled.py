"""Cancelling wait_for cancels what it waits for; a result that is there is not lost."""

import asyncio


async def worker():
    try:
        await asyncio.sleep(10)
    finally:
        print("worker ends")


async def main():
    task = asyncio.create_task(asyncio.wait_for(worker(), 5))
    await asyncio.sleep(0.05)
    task.cancel("from outside")
    try:
        await task
    except asyncio.CancelledError as error:
        print("cancelled", error.args)

    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(asyncio.wait_for(future, 5))
    await asyncio.sleep(0.05)
    future.set_result("saved")
    task.cancel()
    print(await task, task.cancelling())


asyncio.run(main())
