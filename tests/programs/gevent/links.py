"""Callbacks at the end of a greenlet."""

import gevent


def worker(fails):
    if fails:
        raise ValueError
    return "result"


for fails in (False, True):
    g = gevent.spawn(worker, fails)
    g.link(lambda g: print("link", g.ready()))
    g.link_value(lambda g: print("value", g.value))
    g.link_exception(lambda g: print("exception", repr(g.exception)))
    gevent.sleep(0.05)
    g.link(lambda g: print("linked late"))
    gevent.sleep(0.05)
