# How map cuts its items into chunks.
import threading
from multiprocessing.pool import ThreadPool

with ThreadPool(2) as pool:
    for n in (1, 7, 8, 9, 16, 17, 100):
        result = pool.map_async(abs, range(n))
        print(n, result._chunksize, len(result.get()))
    print(pool.map_async(abs, range(10), 4)._chunksize, pool.map_async(abs, [])._chunksize)
