# A pool runs, is closed or terminated, and joined.
from multiprocessing.pool import ThreadPool

pool = ThreadPool(2)
print(repr(pool))
try:
    pool.join()
except ValueError as e:
    print(e)
result = pool.map_async(abs, range(-5, 0))
pool.close()
print(repr(pool))
for action in (
    lambda: pool.map(abs, [1]),
    lambda: pool.apply(abs, (1,)),
    lambda: pool.imap(abs, [1]),
    lambda: pool.imap_unordered(abs, [1]),
    lambda: pool.starmap(abs, [(1,)]),
    lambda: pool.__enter__(),
):
    try:
        action()
    except ValueError as e:
        print(e)
pool.join()
print(result.get())
pool.close()
pool.terminate()
print(repr(pool))
pool.terminate()
pool.join()
