# LifoQueue: last in, first out.
import queue

q = queue.LifoQueue(maxsize=3)
for item in "abc":
    q.put_nowait(item)
print(q.full(), q.queue)
print(q.get(), q.get(), q.get(), q.empty())
