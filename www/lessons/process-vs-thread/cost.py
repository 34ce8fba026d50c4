import multiprocessing
import threading
import time

WORKERS = 20  # @param {type:"slider", min:1, max:50, step:1, label:"Workers of each kind", label_zh:"每种几个"}


def nothing():
    pass


def milliseconds_each(make):
    begin = time.perf_counter()
    workers = [make(target=nothing) for i in range(WORKERS)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return (time.perf_counter() - begin) * 1000 / WORKERS


if __name__ == "__main__":
    thread = milliseconds_each(threading.Thread)
    process = milliseconds_each(multiprocessing.Process)
    print(f"thread {thread:.4f} ms")
    print(f"process {process:.4f} ms")
    print(f"times {process / thread:.1f}")
