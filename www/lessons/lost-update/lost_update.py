import threading
import time

THREADS = 100  # @param {type:"slider", min:1, max:100, step:1, label:"Threads", label_zh:"线程数"}
WAIT = 0.1  # @param [0.1, 0.001, 0.0000001, 0] {label:"Wait in seconds", label_zh:"等待（秒）"}

n = THREADS


def take_one():
    global n
    seen = n
    if WAIT > 0:
        time.sleep(WAIT)
    n = seen - 1


threads = []
for i in range(THREADS):
    t = threading.Thread(target=take_one)
    t.start()
    threads.append(t)
for t in threads:
    t.join()

print("left:", n)
