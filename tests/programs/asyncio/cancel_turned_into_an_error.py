"""An error raised while a task is being cancelled is the task's result, with its context."""

import asyncio


async def worker():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        raise RuntimeError("could not clean up")


async def main():
    task = asyncio.create_task(worker())
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except RuntimeError as error:
        print(repr(error), repr(error.__context__))


asyncio.run(main())
