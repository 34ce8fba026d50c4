"""A suspended greenlet that nobody can switch to any more is made to clean up."""

from greenlet import getcurrent, greenlet


def run(name):
    try:
        getcurrent().parent.switch()
    finally:
        print(name, "cleans up")


g = greenlet(run)
g.switch("first")
del g
print("first is gone")
g = greenlet(run)
g.switch("second")
g = None
print("second is gone")
