"""Data that each greenlet has for itself."""

import gevent
from gevent.local import local

data = local()
data.name = "main"


def worker(name):
    print(hasattr(data, "name"))
    data.name = name
    gevent.sleep(0)
    print(name, data.name)
    del data.name
    try:
        data.name
    except AttributeError:
        print("gone")


class Counter(local):
    def __init__(self, start):
        self.count = start


counter = Counter(10)
counter.count += 5
gevent.joinall([gevent.spawn(worker, name) for name in "ab"])
print(data.name, counter.count, gevent.spawn(lambda: counter.count).get())
