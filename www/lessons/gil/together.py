import threading
import time

THREADS = 4  # @param {type:"slider", min:1, max:8, step:1, label:"Threads", label_zh:"线程数"}
ROUNDS = 200000  # @param [10000, 200000, 500000] {label:"Rounds of each", label_zh:"每个数几轮"}


def count():
    for i in range(ROUNDS):
        pass


begin = time.perf_counter()
count()
alone = time.perf_counter() - begin

begin = time.perf_counter()
threads = [threading.Thread(target=count) for i in range(THREADS)]
for t in threads:
    t.start()
for t in threads:
    t.join()
together = time.perf_counter() - begin

print(f"one alone {alone:.4f} s")
print(f"all together {together:.4f} s")
print(f"times {together / alone:.1f}")
