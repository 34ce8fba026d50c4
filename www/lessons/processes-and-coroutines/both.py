import asyncio
import time
from concurrent.futures import ProcessPoolExecutor

PROCESSES = 2  # @param {type:"slider", min:1, max:4, step:1, label:"Processes", label_zh:"进程数"}
DOWNLOADS = 8  # @param {type:"slider", min:1, max:40, step:1, label:"Downloads", label_zh:"下载数"}
WAIT = 0.05  # @param [0, 0.05, 0.2] {label:"Seconds of waiting each", label_zh:"每个的等待秒数"}
ROUNDS = 20000  # @param {type:"slider", min:0, max:100000, step:5000, label:"Rounds of computing each", label_zh:"每个的计算量（轮）"}


async def download(n):
    await asyncio.sleep(WAIT)
    i = 0
    while i < ROUNDS:
        i += 1
    return n


async def all_of(numbers):
    return await asyncio.gather(*(download(n) for n in numbers))


def work(numbers):
    return asyncio.run(all_of(numbers))


if __name__ == "__main__":
    start = time.perf_counter()
    parts = [list(range(n, DOWNLOADS, PROCESSES)) for n in range(PROCESSES)]
    with ProcessPoolExecutor(PROCESSES) as pool:
        done = sum(len(part) for part in pool.map(work, parts))
    print("done", done)
    print("seconds", round(time.perf_counter() - start, 3))
