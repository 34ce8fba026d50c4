import sys
import threading
import time

COUNTERS = 1  # @param {type:"slider", min:0, max:4, step:1, label:"Threads that compute", label_zh:"计算的线程数"}
INTERVAL = 5  # @param [0.1, 0.5, 1, 5, 20, 50] {label:"Switch interval, ms", label_zh:"切换间隔（毫秒）"}
NAPS = 5  # @param {type:"slider", min:1, max:20, step:1, label:"Naps", label_zh:"小睡几次"}

running = True


def compute():
    while running:
        pass


sys.setswitchinterval(INTERVAL / 1000)
threads = [threading.Thread(target=compute) for i in range(COUNTERS)]
for t in threads:
    t.start()

late = 0
for i in range(NAPS):
    begin = time.perf_counter()
    time.sleep(0.02)
    late += time.perf_counter() - begin - 0.02

running = False
for t in threads:
    t.join()
print(f"late {late * 1000 / NAPS:.2f} ms a nap")
