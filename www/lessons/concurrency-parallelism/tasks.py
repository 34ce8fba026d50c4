import threading
import time

TASKS = 3  # @param {type:"slider", min:1, max:8, step:1, label:"Tasks", label_zh:"任务数"}
WORK = 30000  # @param {type:"slider", min:5000, max:100000, step:5000, label:"Work each (rounds)", label_zh:"每个任务的工作量（轮）"}


def task():
    i = 0
    while i < WORK:
        i += 1


start = time.perf_counter()
threads = [threading.Thread(target=task, name=f"task {n}") for n in range(TASKS)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
took = time.perf_counter() - start
alone = time.perf_counter()
task()
alone = time.perf_counter() - alone
print("milliseconds", round(took * 1000, 1))
print("times one task alone", round(took / alone, 1))
