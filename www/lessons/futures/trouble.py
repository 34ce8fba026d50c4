import time
from concurrent.futures import ThreadPoolExecutor

TAKES = 0.2  # @param [0.05, 0.2, 0.5] {label:"The slow job takes, s", label_zh:"慢任务要几秒"}
TIMEOUT = 0.1  # @param [0.05, 0.1, 1] {label:"Wait at most, s", label_zh:"最多等几秒"}


def slow():
    time.sleep(TAKES)
    return "slow but sure"


def wrong():
    return 1 / 0


begin = time.perf_counter()
with ThreadPoolExecutor(2) as pool:
    broken = pool.submit(wrong)
    print("exception:", repr(broken.exception()))
    try:
        broken.result()
    except ZeroDivisionError:
        print("result() raised it")

    future = pool.submit(slow)
    try:
        print("in time:", future.result(timeout=TIMEOUT))
    except TimeoutError:
        print("too late, and still running:", future.running())
print("in the end:", future.result())
print(f"seconds {time.perf_counter() - begin:.2f}")
