import threading
import time

COUNTERS = 2  # @param {type:"slider", min:1, max:4, step:1, label:"Threads that compute", label_zh:"计算的线程数"}
ROUNDS = 200000  # @param [20000, 100000, 200000, 500000] {label:"Rounds of each", label_zh:"每个算几轮"}
WAIT = 0.01  # @param [0, 0.01, 0.05, 0.5] {label:"The sleeper waits, s", label_zh:"等待者睡几秒"}


def compute(number):
    total = 0
    for i in range(ROUNDS):
        total += i
    print("computer", number, "is done")


def sleeper():
    time.sleep(WAIT)
    print("the sleeper is done")


threads = [threading.Thread(target=compute, args=(i,)) for i in range(COUNTERS)]
threads.append(threading.Thread(target=sleeper))
for t in threads:
    t.start()
for t in threads:
    t.join()
