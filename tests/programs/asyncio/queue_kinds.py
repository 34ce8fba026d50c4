"""First in first out, last in first out, smallest first."""

import asyncio


async def main():
    for kind in (asyncio.Queue, asyncio.LifoQueue, asyncio.PriorityQueue):
        queue = kind()
        for item in (3, 1, 4, 1, 5):
            await queue.put(item)
        print(queue)
        print([await queue.get() for _ in range(5)])
    queue = asyncio.PriorityQueue()
    for item in ((2, "write"), (1, "read"), (3, "rest")):
        queue.put_nowait(item)
    while not queue.empty():
        print(queue.get_nowait())


asyncio.run(main())
