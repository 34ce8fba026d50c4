import os
import time
from multiprocessing import Process, Queue

WORKERS = 2  # @param {type:"slider", min:1, max:6, step:1, label:"Workers", label_zh:"工作进程数"}
ORDERS = 8  # @param {type:"slider", min:1, max:30, step:1, label:"Orders", label_zh:"订单数"}
COOK = 0.05  # @param [0.01, 0.05, 0.2] {label:"Seconds an order", label_zh:"每单秒数"}


def cook(orders, meals):
    while (order := orders.get()) is not None:
        time.sleep(COOK)
        order["cooked by"] = os.getpid()
        meals.put(order)


if __name__ == "__main__":
    orders, meals = Queue(), Queue()
    workers = [Process(target=cook, args=(orders, meals)) for _ in range(WORKERS)]
    for worker in workers:
        worker.start()
    mine = [{"number": n} for n in range(ORDERS)]
    for order in mine:
        orders.put(order)
    for _ in workers:
        orders.put(None)
    got = [meals.get() for _ in range(ORDERS)]
    for worker in workers:
        worker.join()
    print("meals", len(got), "by", len({meal["cooked by"] for meal in got}), "workers")
    print("in order:", [meal["number"] for meal in got] == list(range(ORDERS)))
    print("my own order says", mine[0])
