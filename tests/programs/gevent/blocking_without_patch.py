"""Without monkey patching time.sleep blocks the hub and all greenlets with it."""

import time

import gevent


def blocker():
    print("blocking")
    time.sleep(0.1)
    print("no longer blocking")


def ticker():
    for number in range(3):
        print("tick", number)
        gevent.sleep(0.01)


gevent.joinall([gevent.spawn(ticker), gevent.spawn(blocker)])
