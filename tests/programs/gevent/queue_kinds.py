"""First in first out, last in first out, smallest first."""

from gevent.queue import Empty, JoinableQueue, LifoQueue, PriorityQueue, Queue

for kind in (Queue, LifoQueue, PriorityQueue):
    queue = kind()
    for item in (3, 1, 2):
        queue.put(item)
    print(queue.peek(), queue.qsize(), [queue.get() for _ in range(3)])
    try:
        queue.get_nowait()
    except Empty:
        print("empty")
print(Queue(items=[1, 2]).get(), JoinableQueue is Queue)
