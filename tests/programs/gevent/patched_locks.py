"""Locks, conditions and queues of patched modules are waited for in the hub."""

from gevent import monkey

monkey.patch_all()

import queue
import threading

import gevent

lock = threading.Lock()
items = queue.Queue(1)


def worker(name):
    with lock:
        print(name, "has the lock")
        gevent.sleep(0.02)
    items.put(name)


for name in "abc":
    threading.Thread(target=worker, args=(name,)).start()
print([items.get() for _ in "abc"])
event = threading.Event()
gevent.spawn_later(0.02, event.set)
print(event.wait(), lock.locked())
rlock = threading.RLock()
with rlock, rlock:
    print("twice")
print(lock.acquire(), lock.acquire(timeout=0.02), lock.acquire(False))
lock.release()
