import asyncio
import time

HOW = "await in a loop"  # @param ["await in a loop", "create_task", "gather", "TaskGroup"] {label:"How", label_zh:"方式"}
TASKS = 5  # @param {type:"slider", min:1, max:50, step:1, label:"Downloads", label_zh:"下载数"}
WAIT = 0.1  # @param [0.01, 0.1, 0.2] {label:"Seconds each", label_zh:"每个的秒数"}


async def fetch(n):
    await asyncio.sleep(WAIT)
    return n


async def fetch_all():
    if HOW == "await in a loop":
        return [await fetch(n) for n in range(TASKS)]
    if HOW == "create_task":
        tasks = [asyncio.create_task(fetch(n)) for n in range(TASKS)]
        return [await task for task in tasks]
    if HOW == "gather":
        return await asyncio.gather(*[fetch(n) for n in range(TASKS)])
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(fetch(n)) for n in range(TASKS)]
    return [task.result() for task in tasks]


start = time.perf_counter()
results = asyncio.run(fetch_all())
print("results", results)
print("seconds", round(time.perf_counter() - start, 2))
print("sum", round(TASKS * WAIT, 2))
