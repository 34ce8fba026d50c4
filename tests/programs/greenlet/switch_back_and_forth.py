"""Two greenlets hand control to each other by name."""

from greenlet import greenlet


def ping():
    print("ping 1")
    second.switch()
    print("ping 2")
    second.switch()
    print("never printed")


def pong():
    print("pong 1")
    first.switch()
    print("pong 2")


first = greenlet(ping)
second = greenlet(pong)
first.switch()
print(first.dead, second.dead)
