"""dir() without an argument lists the names where it is called, at the top level too."""

import os
import threading as t

x = 1


def inner(a, b):
    c = a
    return dir()


print([name for name in dir() if not name.startswith("_")])
print(inner(1, 2))
del x
print("x" in dir(), "inner" in dir())


class C:
    y = 2
    print([name for name in dir() if not name.startswith("_")])
