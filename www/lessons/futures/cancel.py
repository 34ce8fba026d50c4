import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

KIND = "threads"  # @param ["threads", "processes"] {label:"Workers are", label_zh:"工作者是"}
WORKERS = 2  # @param {type:"slider", min:1, max:8, step:1, label:"Workers", label_zh:"工作者数"}
JOBS = 5  # @param {type:"slider", min:1, max:12, step:1, label:"Jobs", label_zh:"任务数"}
TAKES = 0.3  # @param [0.1, 0.3, 0.5] {label:"Each takes, s", label_zh:"每个要几秒"}
PATIENCE = 0.1  # @param [0, 0.1, 0.4, 1] {label:"Cancel after, s", label_zh:"几秒后取消"}


def job(number):
    time.sleep(TAKES)
    return number * number


def state(future):
    if future.cancelled():
        return "cancelled"
    if future.done():
        return "done"
    return "running" if future.running() else "pending"


if __name__ == "__main__":
    make = ThreadPoolExecutor if KIND == "threads" else ProcessPoolExecutor
    cancelled = 0
    with make(WORKERS) as pool:
        futures = [pool.submit(job, number) for number in range(JOBS)]
        time.sleep(PATIENCE)
        for number, future in enumerate(futures):
            before = state(future)
            if future.cancel():
                cancelled += 1
            print(f"job {number} was {before}, is {state(future)}")

    print("cancelled", cancelled)
    print("results", [future.result() for future in futures if not future.cancelled()])
