"""Several tasks may await one future; they wake in the order in which they came."""

import asyncio


async def waiter(name, future):
    print(name, "waits")
    print(name, "got", await future)


async def main():
    future = asyncio.get_running_loop().create_future()
    tasks = [asyncio.create_task(waiter(name, future)) for name in "abc"]
    await asyncio.sleep(0)
    future.set_result("news")
    print("set")
    await asyncio.gather(*tasks)


asyncio.run(main())
