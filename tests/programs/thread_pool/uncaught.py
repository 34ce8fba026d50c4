# The traceback of an exception that came through a pool.
from multiprocessing.pool import ThreadPool


def fail(n):
    raise ValueError(f"bad {n}")


with ThreadPool(1) as pool:
    pool.map(fail, [1, 2])
