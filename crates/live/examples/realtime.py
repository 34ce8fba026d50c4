"""What threads, processes and locks take in real time. Runs unchanged here and under python3.

Prints `name value unit`, a line each; `cargo xtask bench` compares them.
"""

import asyncio
import hashlib
import multiprocessing
import threading
import time

BUSY = 10_000_000
ALLOCATED = 500_000
DIGESTED = 32 << 20
STARTS = 50
WAKES = 200
SLEEPERS = 100
SHARED = 1.0


def busy(count):
    i = 0
    while i < count:
        i += 1


def allocate(count):
    """Texts, lists and dictionaries that live for a while: what the allocator is asked for."""
    kept = []
    for i in range(count):
        kept.append({"name": "number " + str(i), "near": [i, i + 1]})
        if len(kept) == 1_000:
            kept.clear()


def told(name, value, unit):
    print(f"{name} {value:.6g} {unit}")


def seconds(call):
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def two(kind, target, argument):
    workers = [kind(target=target, args=(argument,)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()


def one_after_the_other(kind, target, argument):
    for _ in range(2):
        worker = kind(target=target, args=(argument,))
        worker.start()
        worker.join()


def speed_up():
    data = bytes(DIGESTED)
    for name, *what in (
        ("threads", threading.Thread, busy, BUSY),
        ("processes", multiprocessing.Process, busy, BUSY),
        ("allocating", multiprocessing.Process, allocate, ALLOCATED),
        ("digests", threading.Thread, hashlib.sha512, data),
    ):
        alone = seconds(lambda: one_after_the_other(*what))
        told(f"{name}-speed-up", alone / seconds(lambda: two(*what)), "times")


def sharing():
    """Two busy threads: how evenly they share a second, and how often they take turns."""
    counts = [0, 0]
    last = None
    switches = 0
    until = time.perf_counter() + SHARED

    def work(me):
        nonlocal last, switches
        while time.perf_counter() < until:
            counts[me] += 1
            if last != me:
                last = me
                switches += 1

    workers = [threading.Thread(target=work, args=(me,)) for me in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    told("sharing", min(counts) / max(counts), "times")
    told("switches", switches / SHARED, "a-second")


def median(values):
    return sorted(values)[len(values) // 2]


def starts():
    """From before `start` to the thread's first instruction."""
    taken = []
    for _ in range(STARTS):
        began = []
        start = time.perf_counter()
        thread = threading.Thread(target=lambda: began.append(time.perf_counter()))
        thread.start()
        thread.join()
        taken.append(began[0] - start)
    told("start", median(taken) * 1e6, "us")
    told("start-worst", max(taken) * 1e6, "us")


def wakes():
    """From before `release` to whoever waited for the lock."""
    go, done = threading.Lock(), threading.Lock()
    go.acquire()
    done.acquire()
    taken = []
    released = 0.0

    def wait():
        for _ in range(WAKES):
            go.acquire()
            taken.append(time.perf_counter() - released)
            done.release()

    waiter = threading.Thread(target=wait)
    waiter.start()
    for _ in range(WAKES):
        time.sleep(0.0005)
        released = time.perf_counter()
        go.release()
        done.acquire()
    waiter.join()
    taken.sort()
    told("wake", median(taken) * 1e6, "us")
    told("wake-90", taken[WAKES * 9 // 10] * 1e6, "us")
    told("wake-99", taken[WAKES * 99 // 100] * 1e6, "us")


def sleeps():
    """A hundred that sleep for 0.2 s: all at once, and five at a time for 0.02 s."""

    def nap(length, door):
        with door:
            time.sleep(length)

    def all_of_them(length, door):
        threads = [threading.Thread(target=nap, args=(length, door)) for _ in range(SLEEPERS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    told("sleepers", seconds(lambda: all_of_them(0.2, threading.Semaphore(SLEEPERS))) * 1e3, "ms")
    told("sleepers-five", seconds(lambda: all_of_them(0.02, threading.Semaphore(5))) * 1e3, "ms")


def loops():
    """An event loop that sleeps a hundred times for 1 ms, and one whose thousand tasks sleep for 0.2 s."""

    async def ticks():
        for _ in range(100):
            await asyncio.sleep(0.001)

    async def many():
        await asyncio.gather(*(asyncio.sleep(0.2) for _ in range(1000)))

    told("ticks", seconds(lambda: asyncio.run(ticks())) * 1e3, "ms")
    told("tasks", seconds(lambda: asyncio.run(many())) * 1e3, "ms")


if __name__ == "__main__":
    speed_up()
    sharing()
    starts()
    wakes()
    sleeps()
    loops()
