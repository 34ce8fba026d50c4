"""The message given to cancel arrives with the error, the first time it is asked for."""

import asyncio


async def worker():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print("inside", error.args)
        raise


async def main():
    task = asyncio.create_task(worker())
    await asyncio.sleep(0)
    task.cancel("enough")
    try:
        await task
    except asyncio.CancelledError as error:
        print("outside", error.args)
    try:
        task.result()
    except asyncio.CancelledError as error:
        print("again", error.args)
    try:
        task.exception()
    except asyncio.CancelledError as error:
        print("and again", error.args)


asyncio.run(main())
