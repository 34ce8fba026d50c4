# PriorityQueue: least item first.
import queue

q = queue.PriorityQueue()
for item in [(3, "c"), (1, "a"), (2, "b"), (1, "A")]:
    q.put(item)
print(q.queue[0])
while not q.empty():
    print(q.get())
q.put(1)
try:
    q.put("x")
except TypeError as e:
    print(e)
