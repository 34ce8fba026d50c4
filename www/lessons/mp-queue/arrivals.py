import random
import time
from multiprocessing import Process, Queue

CHILDREN = 3  # @param {type:"slider", min:1, max:8, step:1, label:"Children", label_zh:"子进程数"}
VARY = 0.05  # @param [0, 0.05, 0.2] {label:"Random delay up to (s)", label_zh:"随机延迟上限（秒）"}


def put(queue, n):
    time.sleep(random.random() * VARY)
    queue.put(n * n + 1)


if __name__ == "__main__":
    queue = Queue()
    children = [Process(target=put, args=(queue, n)) for n in range(CHILDREN)]
    for child in children:
        child.start()
    got = [queue.get() for _ in children]
    for child in children:
        child.join()
    print("got", got)
    print("in order:", got == [n * n + 1 for n in range(CHILDREN)])
