"""Timeouts raise in the greenlet that started them."""

import gevent

try:
    with gevent.Timeout(0.05):
        gevent.sleep(10)
except gevent.Timeout as expired:
    print(expired, isinstance(expired, Exception))
with gevent.Timeout(0.05, False):
    gevent.sleep(10)
    print("never printed")
try:
    with gevent.Timeout(0.05, KeyError("own error")):
        gevent.sleep(10)
except KeyError as error:
    print(repr(error))
with gevent.Timeout(1) as limit:
    print(limit.pending)
print(limit.pending, limit.seconds)

limit = gevent.Timeout.start_new(0.05)
try:
    gevent.sleep(10)
except gevent.Timeout as expired:
    print(expired is limit)
limit = gevent.Timeout(0.05)
limit.start()
limit.cancel()
gevent.sleep(0.1)
print("cancelled in time", limit)
print(gevent.with_timeout(0.05, gevent.sleep, 10, timeout_value="too late"))
