# notify(n) wakes that many, notify_all everybody; nobody waiting is no error.
import threading

condition = threading.Condition()
woken = 0
waiting = 0


def wait():
    global woken, waiting
    with condition:
        waiting += 1
        condition.wait()
        woken += 1
        condition.notify_all() if woken in (2, 5) else None


with condition:
    condition.notify(3)
    condition.notify_all()
threads = [threading.Thread(target=wait) for _ in range(5)]
for t in threads:
    t.start()
while True:
    with condition:
        if waiting == 5:
            condition.notify(2)
            break
for t in threads:
    t.join()
print(woken)
