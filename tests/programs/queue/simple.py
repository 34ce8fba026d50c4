# SimpleQueue: unbounded, without tasks.
import queue
import threading

q = queue.SimpleQueue()
q.put(1)
q.put_nowait(2)
q.put(3, False)
q.put(4, block=True, timeout=1)
print(q.qsize(), q.empty(), [q.get(), q.get_nowait(), q.get(False), q.get(timeout=1)])
for action in (q.get_nowait, lambda: q.get(timeout=0.01), lambda: q.get(block=False), lambda: q.get(timeout=0)):
    try:
        action()
    except queue.Empty as e:
        print(repr(e))
try:
    q.get(timeout=-1)
except ValueError as e:
    print(e)
t = threading.Thread(target=q.put, args=("from a thread",))
t.start()
print(q.get())
t.join()
print(hasattr(q, "join"), repr(q).replace(f"{id(q):#x}", "ADDRESS"))
