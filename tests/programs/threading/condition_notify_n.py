# notify(n) wakes that many, notify_all everybody; nobody waiting is no error.
import threading
import time

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
while waiting < 5:
    time.sleep(0.001)
with condition:
    condition.notify(2)
for t in threads:
    t.join()
print(woken)
