"""An exception can be thrown into a greenlet."""

from greenlet import GreenletExit, getcurrent, greenlet


def run():
    while True:
        try:
            getcurrent().parent.switch("waiting")
        except ValueError as error:
            print("inside", repr(error))


g = greenlet(run)
g.switch()
print(g.throw(ValueError))
print(g.throw(ValueError, "text"))
print(g.throw(ValueError, (1, 2)))
print(g.throw(ValueError("instance")))
try:
    g.throw(KeyError("not handled"))
except KeyError as error:
    print("outside", repr(error), g.dead)
try:
    g.throw(ValueError("to a dead one"))
except ValueError as error:
    print("outside", repr(error))
print(repr(g.throw()))
for wrong in (3, str):
    try:
        g.throw(wrong)
    except TypeError as error:
        print(error)

unborn = greenlet(run)
print(repr(unborn.throw()), unborn.dead)
unborn = greenlet(run)
try:
    unborn.throw(KeyError, "before its start")
except KeyError as error:
    print(repr(error), unborn.dead)
print(issubclass(GreenletExit, Exception))
