# Queues and futures may be parameterised, for annotations.
import queue
from concurrent.futures import Future

print(queue.Queue[int], queue.PriorityQueue[str], queue.SimpleQueue[bytes], Future[int])
q = queue.Queue[int]()
q.put(1)
print(type(q), q.get())
