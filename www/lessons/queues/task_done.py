import queue
import threading
import time

WORKERS = 2  # @param {type:"slider", min:1, max:10, step:1, label:"Workers", label_zh:"工人数"}
JOBS = 6  # @param {type:"slider", min:1, max:30, step:1, label:"Jobs", label_zh:"任务数"}

jobs = queue.Queue()
done = []


def work():
    while True:
        job = jobs.get()
        time.sleep(0.05)
        done.append(job)
        jobs.task_done()


for _ in range(WORKERS):
    threading.Thread(target=work, daemon=True).start()
start = time.perf_counter()
for job in range(JOBS):
    jobs.put(job)
jobs.join()
print("done", len(done), "of", JOBS)
print("seconds", round(time.perf_counter() - start, 2))
