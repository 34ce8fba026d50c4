import threading
import time

n = 0


def add():
    global n
    for _ in range(20):
        seen = n
        time.sleep(0)
        n = seen + 1


threads = [threading.Thread(target=add) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(n)
