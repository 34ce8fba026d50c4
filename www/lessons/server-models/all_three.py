import asyncio
import threading
import time

REQUESTS = 20  # @param {type:"slider", min:1, max:60, step:1, label:"Requests at once", label_zh:"同时到来的请求数"}
SHARE = 0.8  # @param {type:"slider", min:0.0, max:0.95, step:0.05, label:"Share of waiting", label_zh:"等待占的比例"}
LENGTH = 0.01  # @param [0.002, 0.005, 0.01] {label:"Seconds a request", label_zh:"每个请求的秒数"}


def compute():
    until = time.perf_counter() + LENGTH * (1 - SHARE) / 2
    while time.perf_counter() < until:
        pass


def handle():
    compute()
    time.sleep(LENGTH * SHARE)
    compute()


async def handle_async():
    compute()
    await asyncio.sleep(LENGTH * SHARE)
    compute()


def one_at_a_time():
    for _ in range(REQUESTS):
        handle()


def in_threads():
    threads = [threading.Thread(target=handle) for _ in range(REQUESTS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


async def in_tasks():
    await asyncio.gather(*(handle_async() for _ in range(REQUESTS)))


for name, serve in (
    ("sync", one_at_a_time),
    ("threads", in_threads),
    ("async", lambda: asyncio.run(in_tasks())),
):
    start = time.perf_counter()
    serve()
    print(name, round(REQUESTS / (time.perf_counter() - start)))
