"""A greenlet that never waits is never interrupted."""

import gevent

counter = 0


def add():
    global counter
    for _ in range(1000):
        value = counter
        counter = value + 1


def add_with_pauses():
    global counter
    for _ in range(10):
        value = counter
        gevent.sleep(0)
        counter = value + 1


gevent.joinall([gevent.spawn(add) for _ in range(5)])
print(counter)
counter = 0
gevent.joinall([gevent.spawn(add_with_pauses) for _ in range(5)])
print(counter)
