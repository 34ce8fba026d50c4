import asyncio
import multiprocessing
import threading
import time

KIND = "coroutines"  # @param ["processes", "threads", "coroutines"] {label:"Made of", label_zh:"用什么"}
COUNT = 50  # @param [1, 10, 50, 100, 1000, 10000] {label:"Waits at once", label_zh:"同时等待数"}
WAIT = 0.2  # @param [0.05, 0.2, 1] {label:"Seconds each", label_zh:"每个的秒数"}


def nap():
    time.sleep(WAIT)


async def naps():
    await asyncio.gather(*(asyncio.sleep(WAIT) for _ in range(COUNT)))


def start_all(make):
    workers = []
    for _ in range(COUNT):
        worker = make(target=nap)
        try:
            worker.start()
        except (RuntimeError, OSError) as error:
            print("no more than", len(workers), type(error).__name__)
            break
        workers.append(worker)
    for worker in workers:
        worker.join()
    return len(workers)


if __name__ == "__main__":
    start = time.perf_counter()
    if KIND == "coroutines":
        asyncio.run(naps())
        made = COUNT
    else:
        made = start_all(threading.Thread if KIND == "threads" else multiprocessing.Process)
    took = time.perf_counter() - start
    print("made", made)
    print("seconds", round(took, 3))
    print("microseconds of overhead each", round((took - WAIT) / made * 1e6))
