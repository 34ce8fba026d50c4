"""What tasks look like in each of their states."""

import asyncio


async def worker(future):
    return await future


async def broken():
    raise ValueError("broken")


async def stubborn():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print(asyncio.current_task())
        await asyncio.sleep(0)
        return "all the same"


def noticed(task):
    pass


async def main():
    print(asyncio.current_task())
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    task = asyncio.create_task(worker(future), name="worker")
    print(task)
    await asyncio.sleep(0)
    print(task)
    task.add_done_callback(noticed)
    print(task)
    future.set_result([1, 2, 3])
    print(task)
    await task
    print(task)
    task = asyncio.create_task(broken())
    await asyncio.wait([task])
    print(task)
    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    task.cancel()
    print(task)
    await task
    print(task)
    task = asyncio.create_task(stubborn())
    task.cancel()
    print(task)
    await asyncio.wait([task])
    print(task)


asyncio.run(main())
