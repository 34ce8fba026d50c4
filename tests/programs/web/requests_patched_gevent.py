# With patches greenlets wait for their answers at the same time.
from gevent import monkey

monkey.patch_all()

import time

import gevent
import requests

SITE = "http://127.0.0.1:8808"


def fetch(delay):
    print("ask", delay)
    print("got", delay, len(requests.get(f"{SITE}/bytes/10?delay={delay}").content))


began = time.perf_counter()
gevent.joinall([gevent.spawn(fetch, delay) for delay in (0.6, 0.4)])
print("at once" if time.perf_counter() - began < 0.9 else "one by one")
