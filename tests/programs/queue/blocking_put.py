# put() waits for room.
import queue
import threading
import time

q = queue.Queue(1)
log = []


def produce():
    for n in range(4):
        q.put(n, timeout=5)
        log.append(f"put {n}")


t = threading.Thread(target=produce)
t.start()
time.sleep(0.2)
print(log, q.full())
print([q.get(timeout=5) for _ in range(4)])
t.join()
print(log)
