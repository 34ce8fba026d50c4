import multiprocessing
import os
import threading
import time
import zlib

WORK = 640000  # @param {type:"slider", min:64000, max:2560000, step:64000, label:"Rounds in all", label_zh:"总轮数"}
SERIAL = 10  # @param {type:"slider", min:0, max:50, step:5, label:"Per cent that cannot be split", label_zh:"无法拆分的百分比"}

workers = os.cpu_count()
alone = WORK * SERIAL // 100
share = (WORK - alone) // workers


def count(rounds):
    for i in range(rounds):
        pass


def native(rounds):
    zlib.compress(bytes(rounds * 4))


def seconds(make, work, parts):
    begin = time.perf_counter()
    work(alone)
    started = [make(target=work, args=(share,)) for i in range(parts)]
    for worker in started:
        worker.start()
    for worker in started:
        worker.join()
    return time.perf_counter() - begin


if __name__ == "__main__":
    begin = time.perf_counter()
    count(WORK)
    serial = time.perf_counter() - begin
    begin = time.perf_counter()
    native(WORK)
    serial_native = time.perf_counter() - begin
    print(f"serial {1:.2f}")
    print(f"threads {serial / seconds(threading.Thread, count, workers):.2f}")
    print(f"processes {serial / seconds(multiprocessing.Process, count, workers):.2f}")
    print(f"native {serial_native / seconds(threading.Thread, native, workers):.2f}")
    print(f"amdahl {100 / (SERIAL + (100 - SERIAL) / workers):.2f}")
