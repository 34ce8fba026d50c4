"""Tasks of asyncio's own coroutines show where in the library they are."""

import asyncio


async def main():
    lock, event, queue, semaphore = asyncio.Lock(), asyncio.Event(), asyncio.Queue(), asyncio.Semaphore(0)
    await lock.acquire()
    coros = (
        asyncio.sleep(10), event.wait(), queue.get(), semaphore.acquire(), lock.acquire(),
        asyncio.wait_for(asyncio.sleep(10), 5),
    )
    tasks = [asyncio.create_task(coro) for coro in coros]
    for task in tasks:
        print(task)
    await asyncio.sleep(0)
    for task in tasks:
        print(task)
        task.cancel()
    await asyncio.wait(tasks)
    for task in tasks:
        print(task)


asyncio.run(main())
