import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

TASKS = 4  # @param {type:"slider", min:1, max:8, step:1, label:"Tasks", label_zh:"任务数"}
NUMBERS = 10000  # @param [10, 100, 1000, 10000] {label:"Numbers in each result", label_zh:"每个结果有几个数"}


def squares(start):
    return [start + i * i for i in range(NUMBERS)]


def seconds(executor):
    begin = time.perf_counter()
    with executor(TASKS) as pool:
        results = list(pool.map(squares, range(TASKS)))
    return time.perf_counter() - begin, sum(len(result) for result in results)


if __name__ == "__main__":
    time_of_threads, numbers = seconds(ThreadPoolExecutor)
    time_of_processes, numbers = seconds(ProcessPoolExecutor)
    print(f"{numbers} numbers came back")
    print(f"threads {time_of_threads * 1000:.2f} ms")
    print(f"processes {time_of_processes * 1000:.2f} ms")
    print(f"times {time_of_processes / time_of_threads:.1f}")
