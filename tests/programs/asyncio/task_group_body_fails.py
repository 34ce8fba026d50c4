"""If the block itself fails, its error is among the group's."""

import asyncio


async def worker():
    try:
        await asyncio.sleep(10)
    finally:
        print("worker ends")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(worker())
            await asyncio.sleep(0)
            raise ValueError("in the block")
    except ExceptionGroup as error:
        print(repr(error))


asyncio.run(main())
