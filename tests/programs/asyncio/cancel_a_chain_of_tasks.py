"""Cancelling a task cancels the task that it awaits."""

import asyncio


async def leaf():
    try:
        await asyncio.sleep(10)
    finally:
        print("leaf ends")


async def branch(task):
    try:
        await task
    finally:
        print("branch ends, leaf cancelled:", task.cancelled())


async def main():
    inner = asyncio.create_task(leaf())
    outer = asyncio.create_task(branch(inner))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    outer.cancel()
    await asyncio.wait([outer, inner])
    print(inner.cancelled(), outer.cancelled())


asyncio.run(main())
