"""When tasks cannot be added to a group."""

import asyncio


async def worker():
    pass


async def late(group, coro):
    try:
        await asyncio.sleep(10)
    finally:
        try:
            group.create_task(coro)
        except RuntimeError as error:
            print(error)


async def main():
    coro = worker()
    group = asyncio.TaskGroup()
    try:
        group.create_task(coro)
    except RuntimeError as error:
        print(error)
    async with group:
        try:
            await group.__aenter__()
        except RuntimeError as error:
            print(error)
    try:
        group.create_task(coro)
    except RuntimeError as error:
        print(error)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(late(group, coro))
            await asyncio.sleep(0)
            raise ValueError
    except ExceptionGroup as error:
        print(repr(error))
    await coro


asyncio.run(main())
