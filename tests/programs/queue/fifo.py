# Queue: first in, first out.
import queue

q = queue.Queue()
for item in "abc":
    q.put(item)
print(q.qsize(), q.empty(), q.full(), list(q.queue))
print(q.get(), q.get(block=False), q.get_nowait(), q.empty())
