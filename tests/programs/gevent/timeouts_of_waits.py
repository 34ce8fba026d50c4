"""Every wait takes a timeout of its own."""

import gevent
from gevent.event import AsyncResult, Event
from gevent.lock import Semaphore
from gevent.queue import Empty, Full, Queue

g = gevent.spawn(gevent.sleep, 10)
print(g.join(timeout=0.03), g.ready())
try:
    g.get(timeout=0.03)
except gevent.Timeout as expired:
    print("get:", expired)
try:
    g.get(block=False)
except gevent.Timeout:
    print("not there")
print(gevent.joinall([g], timeout=0.03))
g.kill()
print(Event().wait(0.03), Semaphore(0).acquire(timeout=0.03), Semaphore(0).acquire(blocking=False))
try:
    AsyncResult().get(timeout=0.03)
except gevent.Timeout as expired:
    print("result:", expired)
queue = Queue(1)
try:
    queue.get(timeout=0.03)
except Empty:
    print("empty")
queue.put(1)
for attempt in (lambda: queue.put(2, timeout=0.03), lambda: queue.put_nowait(2)):
    try:
        attempt()
    except Full:
        print("full")
