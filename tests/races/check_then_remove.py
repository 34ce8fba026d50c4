import threading
import time

things = list(range(12))
errors = 0


def take():
    global errors
    while things:
        last = things[-1]
        time.sleep(0.0001)
        try:
            things.remove(last)
        except ValueError:
            errors += 1


threads = [threading.Thread(target=take) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(errors)
