import multiprocessing
import threading
import time

KIND = "threads"  # @param ["threads", "processes"] {label:"One each of", label_zh:"每个任务一个"}
JOBS = 100  # @param {type:"slider", min:10, max:100, step:10, label:"Jobs", label_zh:"任务数"}
WAIT = 0.005  # @param [0, 0.001, 0.005, 0.01] {label:"Each waits, s", label_zh:"每个等几秒"}
PREPARE = 10000  # @param [0, 1000, 10000, 50000] {label:"Rounds to prepare a worker", label_zh:"准备一个工作者要算几轮"}


def prepare():
    for i in range(PREPARE):
        pass


def job(number):
    prepare()
    time.sleep(WAIT)


if __name__ == "__main__":
    make = threading.Thread if KIND == "threads" else multiprocessing.Process
    begin = time.perf_counter()
    workers = [make(target=job, args=(number,)) for number in range(JOBS)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    seconds = time.perf_counter() - begin

    print(f"did {JOBS} jobs")
    print(f"seconds {seconds:.4f}")
