"""A group waits for its greenlets, or kills them."""

import gevent
from gevent.pool import Group


def work(number):
    try:
        gevent.sleep(number / 20)
        print("done", number)
    except gevent.GreenletExit:
        print("killed", number)


group = Group()
for number in (3, 1, 2):
    group.spawn(work, number)
print(len(group))
print(group.join(), len(group))
for number in (50, 60):
    group.spawn(work, number)
gevent.sleep(0)
group.kill()
print(len(group))
