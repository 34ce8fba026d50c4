"""A pool runs so many greenlets at a time."""

import gevent
from gevent.pool import Pool

running = 0


def work(number):
    global running
    running += 1
    print("running", running)
    gevent.sleep(0.03)
    running -= 1
    return number * number


pool = Pool(2)
print(pool.map(work, range(5)))
print(list(pool.imap(work, [3, 2, 1])))
print(sorted(pool.imap_unordered(work, [3, 2, 1])))
print(pool.apply(work, (7,)), pool.apply_async(work, (8,)).get())
print(len(pool), pool.full(), pool.free_count())
for number in range(3):
    pool.spawn(work, number)
print(len(pool), pool.full(), pool.free_count())
pool.join()
print(len(pool))
