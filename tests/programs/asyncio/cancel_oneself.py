"""A task that cancels itself goes on up to its next await."""

import asyncio


async def suicidal():
    asyncio.current_task().cancel()
    print("still here")
    await asyncio.sleep(0)
    print("never printed")


async def too_late():
    asyncio.current_task().cancel("at the end")
    return "a result that is lost"


async def main():
    for coro in (suicidal(), too_late()):
        task = asyncio.create_task(coro)
        await asyncio.wait([task])
        print(task.cancelled())


asyncio.run(main())
