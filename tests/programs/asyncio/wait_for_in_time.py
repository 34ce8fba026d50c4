"""wait_for gives the result if it is there in time."""

import asyncio


async def worker(delay):
    await asyncio.sleep(delay)
    return asyncio.current_task().get_name()


async def main():
    print(await asyncio.wait_for(worker(0.05), 1))
    print(await asyncio.wait_for(worker(0.05), None))
    print(await asyncio.wait_for(asyncio.create_task(worker(0), name="mine"), timeout=1))
    future = asyncio.get_running_loop().create_future()
    future.set_result("there")
    print(await asyncio.wait_for(future, 0))


asyncio.run(main())
