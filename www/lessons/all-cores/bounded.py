import multiprocessing
import os
import time

PROCESSES = 8  # @param {type:"slider", min:1, max:16, step:1, label:"Processes", label_zh:"进程数"}
SECONDS = 0.2  # @param [0.1, 0.2, 0.5] {label:"Seconds", label_zh:"运行几秒"}


def work(end, results):
    rounds = 0
    while time.perf_counter() < end:
        for i in range(10000):
            rounds += 1
    results.put(rounds)


def run(processes):
    results = multiprocessing.Queue()
    end = time.perf_counter() + SECONDS
    workers = [multiprocessing.Process(target=work, args=(end, results)) for i in range(processes)]
    for worker in workers:
        worker.start()
    rounds = [results.get() for worker in workers]
    for worker in workers:
        worker.join()
    return rounds


if __name__ == "__main__":
    alone = run(1)[0]
    rounds = run(PROCESSES)
    total = sum(rounds)
    print(f"one alone counts {alone} rounds")
    print(f"each of {PROCESSES} counts {min(rounds)} to {max(rounds)}")
    print(f"cores in use {total / alone:.2f}")
    print(f"share of each {total / alone / PROCESSES:.2f}")
    print(f"expected share {min(1, os.cpu_count() / PROCESSES):.2f}")
