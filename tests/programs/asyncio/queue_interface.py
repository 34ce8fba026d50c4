"""What a queue can be asked, and what it refuses."""

import asyncio


async def main():
    queue = asyncio.Queue(2)
    print(queue, queue.maxsize, queue.empty(), queue.full())
    queue.put_nowait("a")
    await queue.put("b")
    print(queue, queue.qsize(), queue.empty(), queue.full())
    for refused in (lambda: queue.put_nowait("c"), asyncio.Queue().get_nowait):
        try:
            refused()
        except (asyncio.QueueFull, asyncio.QueueEmpty) as error:
            print(repr(error))
    putter = asyncio.create_task(queue.put("c"))
    await asyncio.sleep(0)
    print(queue)
    print(queue.get_nowait(), queue.get_nowait(), await queue.get())
    getter = asyncio.create_task(queue.get())
    await asyncio.sleep(0)
    print(queue)
    getter.cancel()
    await putter
    for _ in range(3):
        queue.task_done()
    try:
        queue.task_done()
    except ValueError as error:
        print(error)
    unbounded = asyncio.Queue()
    print(unbounded.full(), unbounded)


asyncio.run(main())
