"""A task that is cancelled from outside in the same pass as its timeout stays cancelled."""

import asyncio


async def worker():
    try:
        async with asyncio.timeout(0.05):
            await asyncio.sleep(10)
    except TimeoutError:
        print("a timeout")
    except asyncio.CancelledError:
        print("a cancellation", asyncio.current_task().cancelling())
        raise


async def main():
    task = asyncio.create_task(worker())
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
    task = asyncio.create_task(worker())
    await asyncio.wait([task])

    async def both():
        limit = asyncio.timeout(None)
        try:
            async with limit:
                limit.reschedule(0)
                asyncio.get_running_loop().call_soon(asyncio.current_task().cancel)
                await asyncio.sleep(10)
        except TimeoutError:
            print("a timeout")
        except asyncio.CancelledError:
            print("both", limit.expired(), asyncio.current_task().cancelling())

    await asyncio.create_task(both())


asyncio.run(main())
