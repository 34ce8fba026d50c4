"""A greenlet's error is reported at once, and raised where its result is asked for."""

import gevent


def broken():
    raise ValueError("broken")


g = gevent.spawn(broken)
g.join()
print(g.successful(), repr(g.exception), g.value)
try:
    g.get()
except ValueError as error:
    print("get raised", error)
try:
    gevent.joinall([gevent.spawn(broken), gevent.spawn(gevent.sleep, 5)], raise_error=True)
except ValueError as error:
    print("joinall raised", error)
