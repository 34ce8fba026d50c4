"""When nothing can happen any more the main greenlet is told."""

import gevent
from gevent.event import Event
from gevent.exceptions import LoopExit


def waiter():
    Event().wait()


g = gevent.spawn(waiter)
try:
    g.join()
except LoopExit as error:
    print(str(error).split("\n")[0])
print(g.ready())
