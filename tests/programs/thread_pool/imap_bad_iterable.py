# An iterable that raises: results come until there.
from multiprocessing.pool import ThreadPool


def numbers():
    yield 1
    yield 2
    raise KeyError("out of numbers")


with ThreadPool(2) as pool:
    got = []
    try:
        for x in pool.imap(abs, numbers()):
            got.append(x)
    except KeyError as e:
        print(got, e)
    try:
        pool.map(abs, numbers())
    except KeyError as e:
        print(e)
