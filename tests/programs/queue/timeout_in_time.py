# A get() with a timeout that gets its item in time.
import queue
import threading
import time

for q in (queue.Queue(), queue.SimpleQueue()):

    def later():
        time.sleep(0.05)
        q.put("in time")

    t = threading.Thread(target=later)
    t.start()
    print(q.get(timeout=10))
    t.join()
