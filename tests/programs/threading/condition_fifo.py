# Waiters are notified first come, first served.
import threading
import time

condition = threading.Condition()
order = []
turn = []


def wait(n):
    with condition:
        turn.append(n)
        condition.wait()
        order.append(n)
        condition.notify()


threads = []
for n in range(4):
    t = threading.Thread(target=wait, args=(n,))
    t.start()
    threads.append(t)
    while len(turn) <= n:
        time.sleep(0.001)
with condition:
    condition.notify()
for t in threads:
    t.join()
print(order)
