"""Cancelling what is done changes nothing."""

import asyncio


async def worker():
    return 1


async def broken():
    raise ValueError("broken")


async def main():
    tasks = [asyncio.create_task(worker()), asyncio.create_task(broken())]
    await asyncio.wait(tasks)
    print([task.cancel() for task in tasks], tasks[0].result(), repr(tasks[1].exception()))


asyncio.run(main())
