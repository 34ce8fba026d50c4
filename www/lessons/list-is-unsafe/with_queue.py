import queue
import threading
import time

THREADS = 2  # @param {type:"slider", min:1, max:10, step:1, label:"Threads", label_zh:"线程数"}
THINGS = 10  # @param {type:"slider", min:1, max:50, step:1, label:"Things", label_zh:"件数"}
WAIT = 0.02  # @param [0, 0.001, 0.02, 0.1] {label:"Wait in seconds", label_zh:"等待（秒）"}

things = queue.LifoQueue()
for n in range(THINGS):
    things.put(n)
handled = []


def take():
    while True:
        try:
            last = things.get_nowait()
        except queue.Empty:
            return
        time.sleep(WAIT)
        handled.append(last)


threads = [threading.Thread(target=take) for _ in range(THREADS)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("handled", len(handled), "errors", 0)
