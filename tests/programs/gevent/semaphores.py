"""A semaphore lets so many in."""

import gevent
from gevent.lock import BoundedSemaphore, Semaphore

semaphore = Semaphore(2)
inside = []


def worker(name):
    with semaphore:
        inside.append(name)
        print(inside, semaphore.locked())
        gevent.sleep(0.03)
        inside.remove(name)


gevent.joinall([gevent.spawn(worker, number) for number in range(5)])
print(semaphore.counter, semaphore.release(), semaphore.counter)
bounded = BoundedSemaphore(1)
try:
    bounded.release()
except ValueError:
    print("released too often")
