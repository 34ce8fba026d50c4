# A bounded queue refuses, at once or after a time, when it is full.
import queue
import time

q = queue.Queue(2)
q.put(1)
q.put(2)
print(q.full(), q.maxsize)
began = time.monotonic()
for action in (
    lambda: q.put_nowait(3),
    lambda: q.put(3, False),
    lambda: q.put(3, timeout=0),
    lambda: q.put(3, timeout=0.05),
):
    try:
        action()
    except queue.Full as e:
        print(repr(e))
assert time.monotonic() - began >= 0.05
try:
    q.put(3, timeout=-1)
except ValueError as e:
    print(e)
print(q.qsize())
queue.Queue().put(1, timeout=-1)
queue.Queue(-1).put(1)
print(queue.Queue(-1).full())
