# A Full that nobody catches.
import queue

q = queue.Queue(1)
q.put_nowait(1)
q.put_nowait(2)
