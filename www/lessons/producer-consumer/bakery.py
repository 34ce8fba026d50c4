import queue
import random
import threading
import time

PRODUCERS = 1  # @param {type:"slider", min:1, max:5, step:1, label:"Producers", label_zh:"生产者数"}
CONSUMERS = 2  # @param {type:"slider", min:1, max:10, step:1, label:"Consumers", label_zh:"消费者数"}
SIZE = 5  # @param {type:"slider", min:1, max:20, step:1, label:"Queue size", label_zh:"队列容量"}
MAKE = 0.01  # @param [0, 0.01, 0.03, 0.05] {label:"Seconds to make one", label_zh:"生产一个的秒数"}
EAT = 0.03  # @param [0, 0.01, 0.03, 0.05] {label:"Seconds to eat one", label_zh:"消费一个的秒数"}
BUNS = 50  # @param {type:"slider", min:1, max:50, step:1, label:"Buns each", label_zh:"每人生产的个数"}

shelf = queue.Queue(maxsize=SIZE)
waited = 0.0
eaten = 0
counting = threading.Lock()


def bake():
    global waited
    for n in range(BUNS):
        time.sleep(random.uniform(0, 2 * MAKE))
        start = time.perf_counter()
        shelf.put(n)
        with counting:
            waited += time.perf_counter() - start


def eat():
    global eaten
    while shelf.get() is not None:
        time.sleep(random.uniform(0, 2 * EAT))
        with counting:
            eaten += 1


start = time.perf_counter()
bakers = [threading.Thread(target=bake, name=f"baker {n}") for n in range(PRODUCERS)]
guests = [threading.Thread(target=eat, name=f"guest {n}") for n in range(CONSUMERS)]
for thread in bakers + guests:
    thread.start()
for baker in bakers:
    baker.join()
for _ in guests:
    shelf.put(None)
for guest in guests:
    guest.join()
print("eaten", eaten)
print("seconds", round(time.perf_counter() - start, 2))
print("bakers waited", round(waited, 2))
