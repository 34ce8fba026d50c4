"""Killing raises GreenletExit in a greenlet, which may clean up."""

import gevent


def worker(name):
    try:
        gevent.sleep(10)
    except gevent.GreenletExit:
        print(name, "is killed")
        raise
    finally:
        print(name, "cleans up")


g = gevent.spawn(worker, "first")
gevent.sleep(0)
g.kill()
print(repr(g.value), g.successful(), g.dead)

g = gevent.spawn(worker, "never begun")
g.kill()
print(repr(g.value), g.ready())

several = [gevent.spawn(worker, name) for name in "abc"]
gevent.sleep(0)
gevent.killall(several)
print([g.ready() for g in several])

g = gevent.spawn(worker, "other error")
gevent.sleep(0)
g.kill(KeyError("mine"))
print(repr(g.exception))
