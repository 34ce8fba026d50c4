"""A subclass of local is initialised once in every greenlet that uses it."""

import gevent
from gevent.local import local


class Counter(local):
    made = 0

    def __init__(self, start):
        Counter.made += 1
        self.count = start


counter = Counter(10)
print(Counter.made, counter.count)


def worker(name):
    counter.count += 1
    gevent.sleep(0)
    counter.count += 1
    print(name, counter.count, Counter.made)


gevent.joinall([gevent.spawn(worker, name) for name in "ab"])
print(counter.count, Counter.made)
