import time

import gevent
from gevent.threadpool import ThreadPool

pool = gevent.get_hub().threadpool
print(pool.maxsize, pool.size, len(pool))
print(pool.apply(lambda a, b=1: (a, b), (1,), {"b": 2}), pool.size)

beats = []


def heart():
    while True:
        gevent.sleep(0.02)
        beats.append(1)


beating = gevent.spawn(heart)
start = time.monotonic()
results = [pool.spawn(lambda i: (time.sleep(0.05 * (3 - i)), i)[1], i) for i in range(3)]
print([result.get() for result in results])
took = time.monotonic() - start
print(0.15 <= took < 0.3, len(beats) > 3)
beating.kill()
print(pool.map(lambda x: x * x, range(4)), list(pool.imap(lambda x: x + 1, range(3))))
print(sorted(pool.imap_unordered(lambda x: x + 1, range(3))))
try:
    pool.apply(lambda: 1 / 0)
except ZeroDivisionError as error:
    print(error)
pool.join()

small = ThreadPool(2)
start = time.monotonic()
for _ in range(4):
    small.spawn(time.sleep, 0.1)
small.join()
print(0.2 <= time.monotonic() - start < 0.35, small.size, len(small))
small.maxsize = 3
print(small.maxsize)
small.kill()
print(small.size)
got = []
small.apply_async(pow, (2, 5), callback=got.append)
small.map_async(abs, [-1, 2], callback=got.append)
gevent.sleep(0.1)
print(sorted(got, key=str))
