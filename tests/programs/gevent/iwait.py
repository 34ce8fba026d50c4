"""Objects in the order in which they become ready."""

import gevent
from gevent.event import Event


def work(delay):
    gevent.sleep(delay)
    return delay


greenlets = [gevent.spawn(work, delay) for delay in (0.15, 0.05, 0.1)]
for g in gevent.iwait(greenlets):
    print(g.value)
event = Event()
gevent.spawn_later(0.05, event.set)
print(gevent.wait([event], timeout=1) == [event])
greenlets = [gevent.spawn(work, delay) for delay in (0.15, 0.05, 0.1)]
print([g.value for g in gevent.wait(greenlets, count=2)])
