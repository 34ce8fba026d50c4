# nondeterministic
# Which consumer gets which item is open.
import queue
import threading

q = queue.Queue()
got = {}


def consume(name):
    got[name] = []
    while (item := q.get()) is not None:
        got[name].append(item)


threads = [threading.Thread(target=consume, args=(name,)) for name in "ab"]
for t in threads:
    t.start()
for n in range(4):
    q.put(n)
q.put(None)
q.put(None)
for t in threads:
    t.join()
print(got)
