import sys
import threading
import time

THREADS = 2  # @param {type:"slider", min:1, max:8, step:1, label:"Threads", label_zh:"线程数"}
INTERVAL = 5  # @param [0.1, 0.5, 1, 5, 20, 50] {label:"Switch interval, ms", label_zh:"切换间隔（毫秒）"}
SECONDS = 0.1  # @param [0.1, 0.2, 0.5, 1] {label:"Run for seconds", label_zh:"运行几秒"}

running = True
last = None
handovers = 0
rounds = [0] * THREADS


def count(me):
    global last, handovers
    while running:
        rounds[me] += 1
        if last != me:
            last = me
            handovers += 1


sys.setswitchinterval(INTERVAL / 1000)
threads = [threading.Thread(target=count, args=(i,)) for i in range(THREADS)]
for t in threads:
    t.start()
time.sleep(SECONDS)
running = False
for t in threads:
    t.join()

print("rounds of each", rounds)
print("thousand rounds", round(sum(rounds) / 1000))
print("handovers", handovers)
print("expected", round(SECONDS / (INTERVAL / 1000)))
