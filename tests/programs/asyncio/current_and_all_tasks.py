"""Which task runs, and which tasks there are."""

import asyncio


async def worker(delay):
    await asyncio.sleep(delay)
    return asyncio.current_task().get_name()


def callback():
    print("in a callback:", asyncio.current_task())


def names(tasks):
    return sorted(task.get_name() for task in tasks)


async def main():
    loop = asyncio.get_running_loop()
    tasks = [asyncio.create_task(worker(delay / 20), name=f"w{delay}") for delay in (1, 3)]
    print(names(asyncio.all_tasks()))
    await asyncio.sleep(0.1)
    print(names(asyncio.all_tasks(loop)))
    print(await asyncio.gather(*tasks))
    print(names(asyncio.all_tasks()))
    loop.call_soon(callback)
    await asyncio.sleep(0)
    print(asyncio.current_task(loop) is asyncio.current_task())


asyncio.run(main())
for function in (asyncio.current_task, asyncio.all_tasks):
    try:
        function()
    except RuntimeError as error:
        print(error)
