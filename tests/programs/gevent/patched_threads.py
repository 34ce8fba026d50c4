"""With monkey patching threads are greenlets: they switch only where they wait."""

from gevent import monkey

monkey.patch_all()

import threading
import time

counter = 0


def add():
    global counter
    for _ in range(1000):
        value = counter
        counter = value + 1


def sleeper(number):
    print("begin", number, threading.current_thread().name)
    time.sleep(number / 20)
    print("end", number)


threads = [threading.Thread(target=add) for _ in range(5)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(counter)
threads = [threading.Thread(target=sleeper, args=(number,), name=f"t{number}") for number in (3, 1, 2)]
for thread in threads:
    thread.start()
print("started")
for thread in threads:
    thread.join()
print(threading.active_count(), threading.current_thread().name)
