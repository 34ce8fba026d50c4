import gevent
from gevent.event import AsyncResult


def work(x, y=2):
    return x / y


one = gevent.spawn(work, 1, y=4)
other = gevent.spawn(work, 1)
print(one.name, other.name, one.minimal_ident, other.minimal_ident)
print(one.args, one.kwargs, one.exc_info, one.exception, one.has_links())
print(one.spawning_greenlet() is gevent.getcurrent(), one.loop is not None)
one.link(lambda source: print("linked", source.value))
print(one.has_links())
other.link(lambda source: print("never"))
other.unlink_all()
other.name = "other"
gevent.joinall([one, other])
gevent.sleep(0)
print(one.args, one.kwargs, one.has_links(), other.name)

result = AsyncResult()
print(result.exc_info, result.cancelled(), result.cancel())
result.set_exception(ValueError(3))
print(result.exc_info)
