"""What a greenlet says of itself on its way."""

import gevent


def worker(number):
    gevent.sleep(0.05)
    return number * 2


def show(g):
    print(g.started, g.ready(), g.successful(), g.value, g.dead, bool(g), g.exception)


g = gevent.Greenlet(worker, 21)
show(g)
g.start()
show(g)
gevent.sleep(0)
show(g)
print(g.get(), g)
show(g)
