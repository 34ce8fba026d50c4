"""A bounded queue makes a fast producer wait for a slow consumer."""

import gevent
from gevent.queue import Queue

queue = Queue(maxsize=2)


def producer():
    for number in range(5):
        queue.put(number)
        print("put", number)
    queue.put(StopIteration)


def consumer():
    for item in queue:
        print("got", item)
        gevent.sleep(0.02)


gevent.joinall([gevent.spawn(producer), gevent.spawn(consumer)])
print(queue.empty(), queue.qsize(), queue.full())
