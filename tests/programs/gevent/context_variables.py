"""A spawned greenlet begins with an empty context."""

import contextvars

import gevent

var = contextvars.ContextVar("var", default="default")
var.set("main")


def worker(name):
    print(name, var.get())
    var.set(name)
    gevent.sleep(0)
    print(name, var.get())


gevent.joinall([gevent.spawn(worker, name) for name in "ab"])
print(var.get())
