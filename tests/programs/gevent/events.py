"""Greenlets wait for a flag; setting it wakes all of them."""

import gevent
from gevent.event import Event

event = Event()


def waiter(name):
    print(name, "waits")
    print(name, event.wait())


greenlets = [gevent.spawn(waiter, name) for name in "abc"]
gevent.sleep(0)
print(event.is_set(), event.ready())
event.set()
print("set")
event.clear()
gevent.joinall(greenlets)
print(event.is_set())
event.set()
print(event.wait())
