import asyncio
import time

TASKS = 5  # @param {type:"slider", min:1, max:100, step:1, label:"Tasks", label_zh:"任务数"}
WAIT = 0.1  # @param [0.01, 0.1, 0.5] {label:"Seconds each", label_zh:"每个的秒数"}
HOW = "gather"  # @param ["one by one", "gather", "TaskGroup"] {label:"How", label_zh:"方式"}


async def fetch(n):
    await asyncio.sleep(WAIT)
    return n


async def main():
    if HOW == "one by one":
        results = [await fetch(n) for n in range(TASKS)]
    elif HOW == "gather":
        results = await asyncio.gather(*(fetch(n) for n in range(TASKS)))
    else:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(fetch(n)) for n in range(TASKS)]
        results = [task.result() for task in tasks]
    print("results", sum(results))


start = time.perf_counter()
asyncio.run(main())
print("seconds", round(time.perf_counter() - start, 2))
