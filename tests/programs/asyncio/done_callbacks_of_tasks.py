"""A task's callbacks run in the pass after its end, before or after others that await it."""

import asyncio


async def worker():
    print("worker ends")
    return "result"


async def awaits(name, task):
    print(name, await task)


async def main():
    task = asyncio.create_task(worker())
    early = asyncio.create_task(awaits("early waiter", task))
    task.add_done_callback(lambda task: print("callback", task.result()))
    await asyncio.sleep(0)
    late = asyncio.create_task(awaits("late waiter", task))
    await asyncio.gather(early, late)


asyncio.run(main())
