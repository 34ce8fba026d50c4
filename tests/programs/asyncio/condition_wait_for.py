"""wait_for waits until a predicate holds, looking again at each notification."""

import asyncio


async def main():
    condition = asyncio.Condition()
    level = 0

    def high():
        print("level is", level)
        return level > 2 and "high"

    async def watcher():
        async with condition:
            print("result:", await condition.wait_for(high))

    task = asyncio.create_task(watcher())
    for _ in range(4):
        await asyncio.sleep(0)
        async with condition:
            level += 1
            condition.notify_all()
    await task


asyncio.run(main())
