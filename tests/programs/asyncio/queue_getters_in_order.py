"""Items go to waiting consumers in their order; one that was woken may find nothing left."""

import asyncio


async def consumer(name, queue):
    print(name, "got", await queue.get())


async def main():
    queue = asyncio.Queue()
    tasks = [asyncio.create_task(consumer(name, queue)) for name in "abc"]
    await asyncio.sleep(0)
    queue.put_nowait(1)
    print("stolen", queue.get_nowait())
    queue.put_nowait(2)
    tasks[1].cancel()
    await asyncio.sleep(0)
    print(queue)
    queue.put_nowait(3)
    queue.put_nowait(4)
    await asyncio.wait(tasks)
    print(queue)


asyncio.run(main())
