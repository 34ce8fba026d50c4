"""In which order a queue serves those who wait."""

import gevent
from gevent.queue import Queue

queue = Queue(2)


def producer():
    for number in range(6):
        queue.put(number)
        print("put", number)


def consumer(name):
    for _ in range(3):
        print(name, "got", queue.get())


gevent.joinall([gevent.spawn(producer), gevent.spawn(consumer, "x"), gevent.spawn(consumer, "y")])
