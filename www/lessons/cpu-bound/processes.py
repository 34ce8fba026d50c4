import multiprocessing
import time

TASKS = 4  # @param {type:"slider", min:1, max:8, step:1, label:"Tasks", label_zh:"任务数"}
ROUNDS = 2000000  # @param [100000, 500000, 2000000, 3000000] {label:"Rounds of each", label_zh:"每个数几轮"}


def count():
    for i in range(ROUNDS):
        pass


if __name__ == "__main__":
    begin = time.perf_counter()
    count()
    alone = time.perf_counter() - begin

    begin = time.perf_counter()
    workers = [multiprocessing.Process(target=count) for i in range(TASKS)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    seconds = time.perf_counter() - begin

    print(f"one alone {alone:.3f} s")
    print(f"seconds {seconds:.3f}")
    print(f"speedup {TASKS * alone / seconds:.2f}")
