"""With return_exceptions exceptions and cancellations are among the results."""

import asyncio


async def worker(number):
    await asyncio.sleep(number / 20)
    if number == 1:
        raise ValueError(number)
    return number


async def main():
    cancelled = asyncio.create_task(asyncio.sleep(10))
    asyncio.get_running_loop().call_later(0.05, cancelled.cancel, "why not")
    results = await asyncio.gather(worker(0), worker(1), cancelled, worker(2), return_exceptions=True)
    print(results)


asyncio.run(main())
