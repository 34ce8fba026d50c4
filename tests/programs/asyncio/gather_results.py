"""gather gives all results in the order of its arguments."""

import asyncio


async def worker(number):
    await asyncio.sleep((3 - number) / 20)
    print("done", number)
    return number * 10


async def main():
    print(await asyncio.gather(*(worker(number) for number in range(3))))
    print(await asyncio.gather())
    task = asyncio.create_task(worker(2))
    future = asyncio.get_running_loop().create_future()
    future.set_result("future")
    print(await asyncio.gather(task, future, task, worker(1)))


asyncio.run(main())
