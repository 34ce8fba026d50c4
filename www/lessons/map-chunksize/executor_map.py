import math
import os
import threading
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

KIND = "processes"  # @param ["processes", "threads"] {label:"Workers are", label_zh:"工作者是"}
CHUNK = 1  # @param [1, 2, 5, 10, 25, 50, 100] {label:"Chunk size", label_zh:"批的大小"}
JOBS = 100  # @param {type:"slider", min:20, max:400, step:20, label:"Jobs", label_zh:"任务数"}
WORKERS = 4  # @param {type:"slider", min:1, max:8, step:1, label:"Workers", label_zh:"工作者数"}
ROUNDS = 100  # @param [0, 100, 1000, 5000] {label:"Rounds of each job", label_zh:"每个任务算几轮"}


def job(number):
    for i in range(ROUNDS):
        pass
    return os.getpid(), threading.current_thread().name


if __name__ == "__main__":
    make = ProcessPoolExecutor if KIND == "processes" else ThreadPoolExecutor
    with make(WORKERS) as executor:
        executor.submit(job, 0).result()
        begin = time.perf_counter()
        done_by = list(executor.map(job, range(JOBS), chunksize=CHUNK))
        seconds = time.perf_counter() - begin

    jobs = [done_by.count(worker) for worker in sorted(set(done_by))]
    print(f"chunks of {CHUNK}: {math.ceil(JOBS / CHUNK)} messages")
    print(f"jobs of each worker {jobs}")
    print(f"milliseconds {seconds * 1000:.2f}")
