import multiprocessing
import time
from concurrent.futures import ProcessPoolExecutor

JOBS = 100  # @param {type:"slider", min:20, max:400, step:20, label:"Jobs", label_zh:"任务数"}
WORKERS = 4  # @param {type:"slider", min:1, max:8, step:1, label:"Processes", label_zh:"进程数"}
ROUNDS = 100  # @param [0, 100, 1000, 10000] {label:"Rounds of each job", label_zh:"每个任务算几轮"}


def job(number):
    for i in range(ROUNDS):
        pass
    return number


if __name__ == "__main__":
    with multiprocessing.Pool(WORKERS) as pool:
        begin = time.perf_counter()
        results = pool.map(job, range(JOBS))
        of_pool = time.perf_counter() - begin

    with ProcessPoolExecutor(WORKERS) as executor:
        executor.submit(job, 0).result()
        begin = time.perf_counter()
        results = list(executor.map(job, range(JOBS)))
        of_executor = time.perf_counter() - begin

    print(f"Pool.map {of_pool * 1000:.2f} ms")
    print(f"executor.map {of_executor * 1000:.2f} ms")
    print(f"times {of_executor / of_pool:.1f}")
