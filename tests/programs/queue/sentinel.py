# Workers that end at a sentinel.
import queue
import threading

q = queue.Queue(maxsize=3)
results = []


def work():
    while (item := q.get()) is not None:
        results.append(item ** 2)


threads = [threading.Thread(target=work) for _ in range(3)]
for t in threads:
    t.start()
for n in range(10):
    q.put(n)
for t in threads:
    q.put(None)
for t in threads:
    t.join()
print(sorted(results))
