# nondeterministic
# Read, think, write without a lock: updates get lost.
import threading
import time

counter = 0


def work():
    global counter
    value = counter
    time.sleep(0)
    counter = value + 1


threads = [threading.Thread(target=work) for _ in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(counter)
