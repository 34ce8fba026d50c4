"""An error that no greenlet handles ends the program from its main greenlet."""

from greenlet import greenlet


def inner():
    raise ValueError("deep inside")


def outer():
    greenlet(inner).switch()


greenlet(outer).switch()
