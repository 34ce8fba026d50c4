"""sleep lets others run: once, or for a time."""

import gevent


def counter(name, pause):
    for number in range(3):
        print(name, number)
        gevent.sleep(pause)


gevent.joinall([gevent.spawn(counter, name, 0) for name in "abc"])
gevent.joinall([gevent.spawn(counter, "slow", 0.4), gevent.spawn(counter, "fast", 0.1)])
