"""A scheduler of one's own: tasks that give way in turn."""

from collections import deque

from greenlet import getcurrent, greenlet

ready = deque()


def spawn(function, *args):
    ready.append(greenlet(lambda: function(*args), parent=scheduler))


def give_way():
    ready.append(getcurrent())
    scheduler.switch()


def schedule():
    while ready:
        ready.popleft().switch()


def worker(name, turns):
    for turn in range(turns):
        print(name, turn)
        give_way()
    print(name, "ends")


scheduler = greenlet(schedule)
for name, turns in (("a", 3), ("b", 1), ("c", 2)):
    spawn(worker, name, turns)
scheduler.switch()
print("all done", scheduler.dead)
