import queue
import threading
import time

CONSUMERS = 3  # @param {type:"slider", min:1, max:10, step:1, label:"Consumers", label_zh:"消费者数"}
BUNS = 6  # @param {type:"slider", min:1, max:30, step:1, label:"Buns", label_zh:"个数"}
JOIN = True  # @param {type:"boolean", label:"join after every put", label_zh:"每放一个就 join"}

shelf = queue.Queue()


def bake():
    for n in range(BUNS):
        time.sleep(0.02)
        shelf.put(n)
        if JOIN:
            shelf.join()
    shelf.join()


def eat():
    while True:
        shelf.get()
        time.sleep(0.06)
        shelf.task_done()


start = time.perf_counter()
for n in range(CONSUMERS):
    threading.Thread(target=eat, name=f"guest {n}", daemon=True).start()
baker = threading.Thread(target=bake, name="baker")
baker.start()
baker.join()
print("seconds", round(time.perf_counter() - start, 2))
