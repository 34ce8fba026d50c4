# The queue's own lock lets a program look inside.
import queue

q = queue.Queue()
for n in range(5):
    q.put(n)
with q.mutex:
    print(list(q.queue), q.mutex.locked())
    q.queue.clear()
print(q.qsize(), q.mutex.locked())
assert q.not_empty._lock is q.not_full._lock is q.all_tasks_done._lock is q.mutex
