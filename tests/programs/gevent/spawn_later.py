"""Greenlets that begin after a time."""

import gevent

for delay in (0.6, 0.2, 0.4):
    gevent.spawn_later(delay, print, "after", delay)
gevent.sleep(0)
print("waiting")
gevent.wait()
print("nothing left")
