"""Tasks are called Task-1 and so on, unless they are given names."""

import asyncio


async def worker():
    return asyncio.current_task().get_name()


async def main():
    print(asyncio.current_task().get_name())
    tasks = [asyncio.create_task(worker()) for _ in range(2)]
    tasks.append(asyncio.create_task(worker(), name="named"))
    tasks.append(asyncio.create_task(worker(), name=7))
    tasks[0].set_name("renamed")
    print(await asyncio.gather(*tasks, worker()))


asyncio.run(main())
asyncio.run(main())
