# Several local objects do not know of each other.
import threading

a, b = threading.local(), threading.local()
a.x = 1
print(hasattr(b, "x"))
b.x = 2
print(a.x, b.x)


class Equal(threading.local):
    def __eq__(self, other):
        return True

    def __hash__(self):
        return 1


c, d = Equal(), Equal()
c.x = 3
print(c == d, hasattr(d, "x"))
