# A callback that raises ends the thread for results: later results never come.
from multiprocessing.pool import ThreadPool


def bad(value):
    raise RuntimeError("bad callback")


pool = ThreadPool(1)
first = pool.apply_async(abs, (-1,), callback=bad)
pool._result_handler.join()
second = pool.apply_async(abs, (-2,))
second.wait(0.05)
print(first.ready(), second.ready())
try:
    pool.terminate()
except AssertionError as e:
    print(e)
