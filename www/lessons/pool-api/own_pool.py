import time
from concurrent.futures import ThreadPoolExecutor

WORKERS = 2  # @param {type:"slider", min:1, max:8, step:1, label:"Workers", label_zh:"工作者数"}
PARENTS = 2  # @param {type:"slider", min:1, max:4, step:1, label:"Jobs that submit another one", label_zh:"会再提交任务的任务数"}
WORK = 0.05  # @param [0, 0.05, 0.2] {label:"Work before that, s", label_zh:"提交之前先做几秒"}


def child(n):
    return n * 10


def parent(n):
    time.sleep(WORK)
    future = pool.submit(child, n)
    return future.result() + 1


with ThreadPoolExecutor(WORKERS) as pool:
    futures = []
    for n in range(PARENTS):
        futures.append(pool.submit(parent, n))
    for future in futures:
        print("result", future.result())
print("all done")
