import multiprocessing
import time
from multiprocessing.pool import ThreadPool

KIND = "threads"  # @param ["threads", "processes"] {label:"A pool of", label_zh:"池里是"}
WORKERS = 8  # @param {type:"slider", min:1, max:64, step:1, label:"Workers in the pool", label_zh:"池里几个"}
JOBS = 100  # @param {type:"slider", min:10, max:100, step:10, label:"Jobs", label_zh:"任务数"}
WAIT = 0.005  # @param [0, 0.001, 0.005, 0.01] {label:"Each waits, s", label_zh:"每个等几秒"}
PREPARE = 10000  # @param [0, 1000, 10000, 50000] {label:"Rounds to prepare a worker", label_zh:"准备一个工作者要算几轮"}


def prepare():
    for i in range(PREPARE):
        pass


def job(number):
    time.sleep(WAIT)
    return number


if __name__ == "__main__":
    begin = time.perf_counter()
    prepare()
    preparing = time.perf_counter() - begin

    make_pool = ThreadPool if KIND == "threads" else multiprocessing.Pool
    begin = time.perf_counter()
    with make_pool(WORKERS, prepare) as pool:
        results = pool.map(job, range(JOBS), chunksize=1)
    seconds = time.perf_counter() - begin

    print(f"did {len(results)} jobs")
    print(f"seconds {seconds:.4f}")
    print(f"waiting {JOBS * WAIT / WORKERS:.4f}")
    print(f"preparing {WORKERS * preparing:.4f}")
