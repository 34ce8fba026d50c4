import threading
import time

WORKERS = 3  # @param {type:"slider", min:1, max:20, step:1, label:"Threads", label_zh:"线程数"}
PAUSE = 0.2  # @param [0, 0.001, 0.2, 1] {label:"Pause in seconds", label_zh:"停顿（秒）"}


def greet(number):
    print("begin", number)
    time.sleep(PAUSE)
    print("end", number)


start = time.perf_counter()
threads = []
for number in range(WORKERS):
    thread = threading.Thread(target=greet, args=(number,))
    thread.start()
    threads.append(thread)
print("all started")
for thread in threads:
    thread.join()
print("seconds", round(time.perf_counter() - start, 2))
