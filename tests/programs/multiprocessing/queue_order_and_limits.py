import queue as queues
import time
from multiprocessing import Queue

queue = Queue(2)
queue.put(1)
queue.put("two")
print(queue.full(), queue.qsize())
for attempt in (lambda: queue.put(3, False), lambda: queue.put(3, timeout=0.1), lambda: queue.put_nowait(3)):
    try:
        attempt()
    except queues.Full as error:
        print(type(error).__name__, error.args)
print(queue.get(), queue.get())
for attempt in (lambda: queue.get(False), lambda: queue.get(timeout=0.1), queue.get_nowait):
    try:
        attempt()
    except queues.Empty as error:
        print(type(error).__name__, error.args)
for item in range(2):
    queue.put(item)
time.sleep(0.1)
print(queue.get(timeout=5), queue.get(True, 5))
queue.close()
for attempt in (lambda: queue.put(1), queue.get):
    try:
        attempt()
    except ValueError as error:
        print(str(error)[:6], str(error)[-9:])
queue.join_thread()
