import asyncio
import multiprocessing
import threading
import time

TASKS = 50  # @param {type:"slider", min:1, max:100, step:1, label:"Tasks", label_zh:"任务数"}
WAIT = 0.01  # @param [0, 0.01, 0.1] {label:"Each waits, s", label_zh:"每个等几秒"}


def task():
    time.sleep(WAIT)


async def coroutine():
    await asyncio.sleep(WAIT)


async def all_coroutines():
    await asyncio.gather(*[coroutine() for i in range(TASKS)])


def run_all(make):
    workers = [make(target=task) for i in range(TASKS)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()


def milliseconds_beyond_the_wait(work, *args):
    begin = time.perf_counter()
    work(*args)
    return (time.perf_counter() - begin - WAIT) * 1000


if __name__ == "__main__":
    print(f"threads {milliseconds_beyond_the_wait(run_all, threading.Thread):.2f} ms")
    print(f"processes {milliseconds_beyond_the_wait(run_all, multiprocessing.Process):.2f} ms")
    print(f"coroutines {milliseconds_beyond_the_wait(lambda: asyncio.run(all_coroutines())):.2f} ms")
