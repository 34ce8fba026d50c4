import asyncio
import threading
import time

MODEL = "threads"  # @param ["sync", "threads", "async"] {label:"Server", label_zh:"服务器"}
REQUESTS = 20  # @param {type:"slider", min:1, max:60, step:1, label:"Requests at once", label_zh:"同时到来的请求数"}
SHARE = 0.8  # @param {type:"slider", min:0.0, max:0.95, step:0.05, label:"Share of waiting", label_zh:"等待占的比例"}
LENGTH = 0.01  # @param [0.002, 0.005, 0.01] {label:"Seconds a request", label_zh:"每个请求的秒数"}


def compute(seconds):
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        pass


def handle():
    compute(LENGTH * (1 - SHARE) / 2)
    time.sleep(LENGTH * SHARE)
    compute(LENGTH * (1 - SHARE) / 2)


async def handle_async():
    compute(LENGTH * (1 - SHARE) / 2)
    await asyncio.sleep(LENGTH * SHARE)
    compute(LENGTH * (1 - SHARE) / 2)


async def serve_async():
    await asyncio.gather(*(handle_async() for _ in range(REQUESTS)))


start = time.perf_counter()
if MODEL == "sync":
    for _ in range(REQUESTS):
        handle()
elif MODEL == "threads":
    threads = [threading.Thread(target=handle) for _ in range(REQUESTS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
else:
    asyncio.run(serve_async())
took = time.perf_counter() - start
print("requests a second", round(REQUESTS / took))
print("limit of one at a time", round(1 / LENGTH))
