# Stages connected by queues.
import queue
import threading

STOP = object()


def stage(function, source, target):
    while (item := source.get()) is not STOP:
        target.put(function(item))
    target.put(STOP)


queues = [queue.Queue(2) for _ in range(4)]
functions = [lambda n: n + 1, lambda n: n * 10, str]
threads = [
    threading.Thread(target=stage, args=(f, *queues[i : i + 2])) for i, f in enumerate(functions)
]
for t in threads:
    t.start()


def feed():
    for n in range(5):
        queues[0].put(n)
    queues[0].put(STOP)


threading.Thread(target=feed).start()
results = []
while (item := queues[-1].get()) is not STOP:
    results.append(item)
print(results)
