"""GreenletExit ends a greenlet quietly: its parent gets it as a value."""

from greenlet import GreenletExit, getcurrent, greenlet


def run():
    try:
        getcurrent().parent.switch()
    finally:
        print("cleaned up")


def leave():
    raise GreenletExit("bye")


g = greenlet(run)
g.switch()
print(repr(g.throw()), g.dead)
print(repr(greenlet(leave).switch()))
