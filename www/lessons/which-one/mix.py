import asyncio
import multiprocessing
import threading
import time

TASKS = 12  # @param {type:"slider", min:1, max:16, step:1, label:"Tasks", label_zh:"任务数"}
WAITING = 50  # @param {type:"slider", min:0, max:100, step:10, label:"Per cent of waiting", label_zh:"等待占百分之几"}
EACH = 0.04  # @param [0.01, 0.04, 0.1] {label:"Each task alone, s", label_zh:"单个任务几秒"}

wait = EACH * WAITING / 100


def count(rounds):
    for i in range(rounds):
        pass


def task(rounds):
    time.sleep(wait)
    count(rounds)


async def coroutine(rounds):
    await asyncio.sleep(wait)
    count(rounds)


async def all_coroutines(rounds):
    await asyncio.gather(*[coroutine(rounds) for i in range(TASKS)])


def run_all(make, rounds):
    workers = [make(target=task, args=(rounds,)) for i in range(TASKS)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()


def seconds(work, *args):
    begin = time.perf_counter()
    work(*args)
    return time.perf_counter() - begin


if __name__ == "__main__":
    rounds = round(50000 * (EACH - wait) / seconds(count, 50000))
    threads = seconds(run_all, threading.Thread, rounds)
    processes = seconds(run_all, multiprocessing.Process, rounds)
    coroutines = seconds(lambda: asyncio.run(all_coroutines(rounds)))
    print(f"one by one {TASKS * EACH:.3f}")
    print(f"threads {threads:.3f}")
    print(f"processes {processes:.3f}")
    print(f"coroutines {coroutines:.3f}")
    fastest = min(threads, processes, coroutines)
    if coroutines < 1.25 * fastest:
        print("take coroutines")
    elif threads < 1.25 * fastest:
        print("take threads")
    else:
        print("take processes")
