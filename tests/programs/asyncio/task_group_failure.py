"""If one task fails the others are cancelled, and the group raises all errors."""

import asyncio


async def broken(delay, error):
    await asyncio.sleep(delay)
    raise error


async def worker():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("worker cancelled")
        raise


async def cleans_up_badly():
    try:
        await asyncio.sleep(10)
    finally:
        raise KeyError("while cleaning up")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(worker())
            group.create_task(cleans_up_badly())
            group.create_task(broken(0.05, ValueError("broken")))
            await asyncio.sleep(10)
            print("never printed")
    except ExceptionGroup as error:
        print(repr(error), error.message, sorted(map(repr, error.exceptions)))
        print(group, asyncio.current_task().cancelling())


asyncio.run(main())
