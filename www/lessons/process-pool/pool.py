import os
import random
import time
from multiprocessing import Pool

WORKERS = 4  # @param {type:"slider", min:2, max:8, step:1, label:"Workers", label_zh:"工作进程数"}
TASKS = 5  # @param {type:"slider", min:1, max:8, step:1, label:"Tasks", label_zh:"任务数"}
LONGEST = 0.3  # @param [0.05, 0.3, 3] {label:"Longest task (s)", label_zh:"最长任务（秒）"}


def work(n):
    takes = random.uniform(LONGEST / 3, LONGEST)
    time.sleep(takes)
    return n, os.getpid()


if __name__ == "__main__":
    start = time.perf_counter()
    pool = Pool(WORKERS)
    results = [pool.apply_async(work, (n,)) for n in range(TASKS)]
    pool.close()
    pool.join()
    busy = [pid for _, pid in (result.get() for result in results)]
    print("processes that worked", len(set(busy)))
    print("somebody did two:", len(set(busy)) < TASKS)
    print("seconds", round(time.perf_counter() - start, 2))
