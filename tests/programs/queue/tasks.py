# join() waits until task_done() has been called for every item.
import queue
import threading

q = queue.Queue()
done = []


def work():
    while True:
        item = q.get()
        done.append(item * 2)
        q.task_done()


for _ in range(2):
    threading.Thread(target=work, daemon=True).start()
for n in range(10):
    q.put(n)
q.join()
print(sorted(done), q.unfinished_tasks)
q.join()
try:
    q.task_done()
except ValueError as e:
    print(e)
