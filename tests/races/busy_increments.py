import sys
import threading

sys.setswitchinterval(0.0001)
n = 0


def one():
    return 1


def add():
    global n
    for _ in range(5000):
        n += one()


threads = [threading.Thread(target=add) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(n)
