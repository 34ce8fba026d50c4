# An empty queue refuses, at once or after a time.
import queue
import time

q = queue.Queue()
began = time.monotonic()
for action in (
    q.get_nowait,
    lambda: q.get(False),
    lambda: q.get(timeout=0),
    lambda: q.get(True, 0.05),
):
    try:
        action()
    except queue.Empty as e:
        print(repr(e))
assert time.monotonic() - began >= 0.05
q.put(1)
for timeout in (-1, -0.5):
    try:
        q.get(timeout=timeout)
    except ValueError as e:
        print(e)
print(queue.Empty, queue.Full, queue.Empty.__mro__[1])
