"""Plain greenlets in the hub's care."""

import gevent


def worker(name, times):
    for number in range(times):
        print(name, number)
        gevent.sleep(0)


gevent.spawn_raw(worker, "raw", 2)
gevent.spawn_raw(worker, "named", times=1)
gevent.sleep(0.05)
print(type(gevent.getcurrent()).__name__, gevent.getcurrent().parent)
