import threading
import time

event = threading.Event()
seen = []


def worker(n):
    for _ in range(3):
        if event.wait(0.002):
            seen.append(n)
        time.sleep(0.0005)


threads = [threading.Thread(target=worker, args=(n,)) for n in range(4)]
for thread in threads:
    thread.start()
for _ in range(3):
    event.set()
    time.sleep(0.0005)
    event.clear()
    time.sleep(0.001)
for thread in threads:
    thread.join()
print(seen)
