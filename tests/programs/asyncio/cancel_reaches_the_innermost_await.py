"""Cancellation is thrown in where the task awaits, and passes through all its callers."""

import asyncio


async def inner():
    try:
        await asyncio.sleep(10)
    finally:
        print("inner cleans up")
        await asyncio.sleep(0)
        print("inner has cleaned up")


async def middle():
    try:
        await inner()
    except asyncio.CancelledError:
        print("middle passes it on")
        raise


async def outer():
    try:
        await middle()
    finally:
        print("outer leaves")


async def main():
    task = asyncio.create_task(outer())
    await asyncio.sleep(0.05)
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled())


asyncio.run(main())
