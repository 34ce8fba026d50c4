import math
import multiprocessing
import os
import time

CHUNK = 0  # @param [0, 1, 2, 5, 10, 25, 50, 100, 200] {label:"Chunk size (0: the default)", label_zh:"批的大小（0：默认）"}
JOBS = 200  # @param {type:"slider", min:20, max:400, step:20, label:"Jobs", label_zh:"任务数"}
WORKERS = 4  # @param {type:"slider", min:1, max:8, step:1, label:"Processes", label_zh:"进程数"}
ROUNDS = 100  # @param [0, 100, 1000, 5000] {label:"Rounds of an average job", label_zh:"平均每个任务算几轮"}
GROWING = False  # @param {type:"boolean", label:"Later jobs are longer", label_zh:"越往后任务越长"}


def job(number):
    rounds = 2 * ROUNDS * number // JOBS if GROWING else ROUNDS
    for i in range(rounds):
        pass
    return os.getpid()


if __name__ == "__main__":
    size = CHUNK or math.ceil(JOBS / (4 * WORKERS))
    with multiprocessing.Pool(WORKERS) as pool:
        begin = time.perf_counter()
        done_by = pool.map(job, range(JOBS), chunksize=CHUNK or None)
        seconds = time.perf_counter() - begin

    jobs = [done_by.count(process) for process in sorted(set(done_by))]
    print(f"chunks of {size}: {math.ceil(JOBS / size)} messages")
    print(f"jobs of each process {jobs}")
    print(f"milliseconds {seconds * 1000:.2f}")
