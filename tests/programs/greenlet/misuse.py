"""What greenlets refuse."""

from greenlet import error, getcurrent, greenlet
import threading


def run():
    getcurrent().parent.switch()


def attempt(action):
    try:
        print(action())
    except Exception as problem:
        print(type(problem).__name__, str(problem).split("\n")[0])


attempt(lambda: greenlet().switch())
attempt(lambda: greenlet(3).switch())
g = greenlet(run)
attempt(lambda: setattr(g, "parent", g))
attempt(lambda: setattr(g, "parent", 3))
attempt(lambda: setattr(getcurrent(), "parent", g))
g.switch()
attempt(lambda: setattr(g, "run", run))
attempt(lambda: getcurrent().switch("to itself"))
other = threading.Thread(target=attempt, args=(g.switch,))
other.start()
other.join()
g.switch()
print(g.dead, issubclass(error, Exception))
