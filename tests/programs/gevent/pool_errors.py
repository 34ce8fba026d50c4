"""An error in a pool's greenlet comes out where its result is taken."""

from gevent.pool import Pool


def invert(number):
    return 6 // number


pool = Pool(3)
results = [pool.apply_async(invert, (number,)) for number in (1, 2, 0, 3)]
for result in results:
    try:
        print(result.get())
    except ZeroDivisionError as error:
        print(repr(error))
