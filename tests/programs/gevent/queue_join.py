"""join waits until all items have been dealt with."""

import gevent
from gevent.queue import JoinableQueue

queue = JoinableQueue()


def worker(name):
    while True:
        item = queue.get()
        gevent.sleep(item / 20)
        print(name, "did", item)
        queue.task_done()


workers = [gevent.spawn(worker, name) for name in "ab"]
for item in (2, 1, 3, 6):
    queue.put(item)
queue.join()
print("all done", queue.unfinished_tasks)
gevent.killall(workers)
try:
    queue.task_done()
except ValueError as error:
    print(error)
