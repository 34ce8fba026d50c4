"""A greenlet is pending, active, dead."""

from greenlet import getcurrent, greenlet


def run():
    print(bool(g), g.dead, g is getcurrent(), hasattr(g, "run"))
    getcurrent().parent.switch()


g = greenlet(run)
print(bool(g), g.dead, g.run is run)
g.switch()
print(bool(g), g.dead, hasattr(g, "run"), g is getcurrent())
g.switch()
print(bool(g), g.dead)
print(getcurrent().parent, bool(getcurrent()), g.parent is getcurrent())
