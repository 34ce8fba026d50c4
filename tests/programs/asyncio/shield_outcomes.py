"""A shield passes on results, errors and cancellations of the inner task."""

import asyncio


async def worker(error=None):
    await asyncio.sleep(0)
    if error:
        raise error
    return "fine"


async def main():
    print(await asyncio.shield(worker()))
    try:
        await asyncio.shield(worker(ValueError("inner")))
    except ValueError as error:
        print(repr(error))
    task = asyncio.create_task(asyncio.sleep(10))
    outer = asyncio.shield(task)
    print(outer)
    print(str(task).split("cb=")[1])
    task.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print("inner cancelled", outer.cancelled())
    task = asyncio.create_task(worker(ValueError("unseen")))
    outer = asyncio.shield(task)
    outer.cancel()
    await asyncio.sleep(0.05)
    print(repr(task.exception()))


asyncio.run(main())
