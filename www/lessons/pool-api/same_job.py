import multiprocessing
import multiprocessing.dummy
import os
import threading
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing.pool import ThreadPool

POOL = "ThreadPoolExecutor"  # @param ["ThreadPoolExecutor", "ProcessPoolExecutor", "ThreadPool", "dummy.Pool", "Pool"] {label:"Pool", label_zh:"用哪种池"}
WORKERS = 2  # @param {type:"slider", min:1, max:8, step:1, label:"Workers", label_zh:"工作者数"}
JOBS = 6  # @param {type:"slider", min:1, max:12, step:1, label:"Jobs", label_zh:"任务数"}
WAIT = 0.05  # @param [0, 0.05, 0.2] {label:"Each waits, s", label_zh:"每个等几秒"}

POOLS = {
    "ThreadPoolExecutor": ThreadPoolExecutor,
    "ProcessPoolExecutor": ProcessPoolExecutor,
    "ThreadPool": ThreadPool,
    "dummy.Pool": multiprocessing.dummy.Pool,
    "Pool": multiprocessing.Pool,
}


def square(n):
    time.sleep(WAIT)
    return n * n, os.getpid(), threading.current_thread().name


if __name__ == "__main__":
    main = os.getpid()
    begin = time.perf_counter()
    with POOLS[POOL](WORKERS) as pool:
        results = list(pool.map(square, range(JOBS)))
    seconds = time.perf_counter() - begin

    for result, process, thread in results:
        where = "here" if process == main else "in another process"
        print(f"{result} made {where} by {thread}")
    print(f"seconds {seconds:.3f}")
