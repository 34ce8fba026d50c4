"""`except Exception` does not catch a cancellation."""

import asyncio


async def careless():
    while True:
        try:
            await asyncio.sleep(10)
        except Exception:
            print("never printed")


async def main():
    task = asyncio.create_task(careless())
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled(), issubclass(asyncio.CancelledError, Exception))
    print(asyncio.CancelledError.__mro__, asyncio.TimeoutError is TimeoutError)


asyncio.run(main())
