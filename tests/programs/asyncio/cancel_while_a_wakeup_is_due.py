"""A task that is cancelled after what it awaited is done, and before it runs."""

import asyncio


async def worker(future):
    try:
        print("got", await future)
    except asyncio.CancelledError:
        print("cancelled although the result was there:", future.result())
        raise


async def main():
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(worker(future))
    await asyncio.sleep(0)
    future.set_result("news")
    print(task.cancel())
    await asyncio.wait([task])
    print(task.cancelled())


asyncio.run(main())
