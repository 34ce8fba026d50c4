# ThreadPool.map: a list of results, in order.
from multiprocessing.pool import ThreadPool

with ThreadPool(3) as pool:
    print(pool.map(lambda n: n * n, range(10)))
    print(pool.map(str, (c for c in "abc")), pool.map(len, []), pool.map(abs, [-1], chunksize=5))
    print(pool.starmap(pow, [(2, 3), (3, 2)]), pool.starmap(max, [(1, 2, 3)], 1))
