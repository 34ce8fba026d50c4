# Waiters are notified first come, first served.
import threading

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
    while True:
        with condition:
            if len(turn) == n + 1:
                break
with condition:
    condition.notify()
for t in threads:
    t.join()
print(order)
