import math
import time
from concurrent.futures import ThreadPoolExecutor

PAGES = 8  # @param {type:"slider", min:1, max:32, step:1, label:"Pages", label_zh:"网页数"}
THREADS = 4  # @param {type:"slider", min:1, max:32, step:1, label:"Threads", label_zh:"线程数"}
LATENCY = 0.2  # @param [0.01, 0.05, 0.2, 0.4] {label:"The server takes, s", label_zh:"服务器要几秒"}
PARSE = 0  # @param [0, 1000, 10000, 50000, 200000] {label:"Rounds of computing per page", label_zh:"每页计算几轮"}


def parse():
    for i in range(PARSE):
        pass


def fetch(page):
    time.sleep(LATENCY)
    parse()
    return page


begin = time.perf_counter()
parse()
work = time.perf_counter() - begin

begin = time.perf_counter()
with ThreadPoolExecutor(THREADS) as pool:
    pages = list(pool.map(fetch, range(PAGES)))
seconds = time.perf_counter() - begin

print(f"fetched {len(pages)} pages")
print(f"seconds {seconds:.3f}")
print(f"waits alone {math.ceil(PAGES / THREADS) * LATENCY:.3f}")
print(f"computing alone {PAGES * work:.3f}")
print(f"speedup {PAGES * (LATENCY + work) / seconds:.2f}")
