"""An RLock may be acquired again by its holder, and by nobody else."""

import gevent
from gevent.lock import RLock

lock = RLock()


def other():
    print("other", lock.acquire(blocking=False))
    try:
        lock.release()
    except RuntimeError as error:
        print(error)


with lock:
    with lock:
        gevent.spawn(other).join()
gevent.spawn(other).join()
