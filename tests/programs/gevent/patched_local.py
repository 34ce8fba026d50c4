"""threading.local is per greenlet when it is patched."""

from gevent import monkey

monkey.patch_all()

import threading

import gevent

data = threading.local()
data.value = "main"


def worker(name):
    print(hasattr(data, "value"))
    data.value = name
    gevent.sleep(0)
    print(data.value)


gevent.joinall([gevent.spawn(worker, name) for name in "ab"])
print(data.value)
