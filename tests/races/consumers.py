import queue
import threading

work = queue.Queue(maxsize=2)
shares = {}


def consume(name):
    count = 0
    while work.get() is not None:
        count += 1
    shares[name] = count


threads = [threading.Thread(target=consume, args=(name,)) for name in "abc"]
for thread in threads:
    thread.start()
for n in range(30):
    work.put(n)
for _ in threads:
    work.put(None)
for thread in threads:
    thread.join()
print(list(shares.items()))
