"""When time is up the coroutines that are left raise TimeoutError; the tasks go on."""

import asyncio


async def worker(number):
    await asyncio.sleep(number / 20)
    print("worker", number)
    return number


async def main():
    tasks = [asyncio.create_task(worker(number)) for number in (1, 3, 4)]
    for coro in asyncio.as_completed(tasks, timeout=0.1):
        try:
            print("got", await coro)
        except TimeoutError:
            print("too late")
    print([task.done() for task in tasks])
    await asyncio.gather(*tasks)


asyncio.run(main())
