"""A producer that was woken and is cancelled passes the room on to the next."""

import asyncio


async def producer(name, queue):
    await queue.put(name)
    print(name, "put")


async def main():
    queue = asyncio.Queue(1)
    queue.put_nowait("first")
    tasks = [asyncio.create_task(producer(name, queue)) for name in "abc"]
    await asyncio.sleep(0)
    print(queue)
    print(queue.get_nowait())
    tasks[0].cancel()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(queue)
    print(await queue.get(), await queue.get())
    await asyncio.wait(tasks)


asyncio.run(main())
