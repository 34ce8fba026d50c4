"""A task that answers its cancellation at the end with another error is reported."""

import asyncio


async def stubborn():
    try:
        await asyncio.sleep(10)
    finally:
        raise RuntimeError("not like this")


async def main():
    task = asyncio.create_task(stubborn(), name="stubborn")
    await asyncio.sleep(0)
    return task


task = asyncio.run(main())
print(repr(task.exception()))
