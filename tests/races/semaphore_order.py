import threading
import time

places = threading.Semaphore(2)
order = []


def park(n):
    with places:
        order.append(n)
        time.sleep(0.0002)


threads = [threading.Thread(target=park, args=(n,)) for n in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(order)
