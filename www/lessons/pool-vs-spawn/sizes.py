import time
from multiprocessing.pool import ThreadPool

JOBS = 100  # @param {type:"slider", min:10, max:100, step:10, label:"Jobs", label_zh:"任务数"}
WAIT = 0.005  # @param [0, 0.001, 0.005, 0.01] {label:"Each waits, s", label_zh:"每个等几秒"}
PREPARE = 20000  # @param [0, 1000, 10000, 20000, 50000] {label:"Rounds to prepare a worker", label_zh:"准备一个工作者要算几轮"}


def prepare():
    for i in range(PREPARE):
        pass


def job(number):
    time.sleep(WAIT)
    return number


best = None
for size in [1, 2, 4, 8, 16, 32, 64, 100]:
    if size > JOBS:
        break
    begin = time.perf_counter()
    with ThreadPool(size, prepare) as pool:
        results = pool.map(job, range(JOBS), chunksize=1)
    seconds = time.perf_counter() - begin
    print(f"{size} workers: {seconds:.3f} s")
    if best is None or seconds < fastest:
        best = size
        fastest = seconds

print("best size", best)
