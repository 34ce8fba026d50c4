import multiprocessing
import os
import threading

WORKERS = 3  # @param {type:"slider", min:1, max:8, step:1, label:"Workers of each kind", label_zh:"每种几个"}
START = 0  # @param {type:"slider", min:0, max:100, step:1, label:"n at the start", label_zh:"n 的初值"}

n = START


def add_one(kind):
    global n
    n += 1
    print(f"{kind} in process {os.getpid()} sees n = {n}")


def run_all(workers):
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()


if __name__ == "__main__":
    print("main is process", os.getpid())
    run_all([threading.Thread(target=add_one, args=("thread",)) for i in range(WORKERS)])
    print("after the threads:", n)
    run_all([multiprocessing.Process(target=add_one, args=("child",)) for i in range(WORKERS)])
    print("after the processes:", n)
    print("added", n - START)
