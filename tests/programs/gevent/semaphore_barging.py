"""Who releases and acquires again at once overtakes those who wait."""

import gevent
from gevent.lock import RLock, Semaphore


def worker(name, lock):
    for turn in range(2):
        with lock:
            print(name, turn, "in")
            gevent.sleep(0)
            print(name, turn, "out")


for lock in (Semaphore(1), RLock()):
    gevent.joinall([gevent.spawn(worker, name, lock) for name in "abc"])
