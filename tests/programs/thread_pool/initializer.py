# Each worker calls the initializer.
import threading
from multiprocessing.pool import ThreadPool

local = threading.local()
barrier = threading.Barrier(2)


def initialize(a, b):
    local.value = a + b


def read(n):
    barrier.wait()
    return n + local.value


with ThreadPool(2, initialize, (10, 20)) as pool:
    print(pool.map(read, range(4), chunksize=1))
for arguments in ((0,), (-3,), (2, "no function")):
    try:
        ThreadPool(*arguments)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
