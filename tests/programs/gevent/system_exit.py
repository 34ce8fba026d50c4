"""SystemExit in a greenlet ends the program."""

import sys

import gevent


def leave():
    sys.exit(3)


gevent.spawn(leave)
try:
    gevent.sleep(1)
finally:
    print("main greenlet ends")
