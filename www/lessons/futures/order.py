import threading
import time
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, as_completed, wait

WORKERS = 3  # @param {type:"slider", min:1, max:8, step:1, label:"Workers", label_zh:"工作者数"}
UNIT = 0.1  # @param [0.01, 0.1, 0.3] {label:"Unit of time, s", label_zh:"时间单位（秒）"}
HOW = "as_completed"  # @param ["as_completed", "map", "wait", "callback"] {label:"Get the results by", label_zh:"怎样取结果"}

begin = time.perf_counter()


def bake(name, units):
    time.sleep(units * UNIT)
    return name


def say(name):
    units = (time.perf_counter() - begin) / UNIT
    print(f"{name} after {round(units)} units, told by {threading.current_thread().name}")


names = ["cake", "bread", "bun"]
times = [3, 2, 1]
with ThreadPoolExecutor(WORKERS) as pool:
    if HOW == "map":
        for name in pool.map(bake, names, times):
            say(name)
    else:
        futures = [pool.submit(bake, name, units) for name, units in zip(names, times)]
        if HOW == "as_completed":
            for future in as_completed(futures):
                say(future.result())
        elif HOW == "wait":
            done, pending = wait(futures, return_when=FIRST_COMPLETED)
            say(done.pop().result())
            print("still pending or running:", len(pending))
        else:
            for future in futures:
                future.add_done_callback(lambda future: say(future.result()))
print("end")
