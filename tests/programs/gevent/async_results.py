"""A value that one greenlet sets and others wait for."""

import gevent
from gevent.event import AsyncResult

result = AsyncResult()
waiters = [gevent.spawn(lambda: result.get() + n) for n in range(3)]
gevent.sleep(0)
print(result.ready(), result.value)
result.set(10)
print([g.get() for g in waiters], result.successful(), result.get())

failed = AsyncResult()
failed.set_exception(ValueError("no value"))
try:
    failed.get()
except ValueError as error:
    print(repr(error), failed.successful(), repr(failed.exception), failed.value)

linked = AsyncResult()
gevent.spawn(lambda: "from a greenlet").link(linked)
print(linked.get())
