# apply waits; apply_async gives a result object.
from multiprocessing.pool import ThreadPool

with ThreadPool(2) as pool:
    print(pool.apply(pow, (2, 5)), pool.apply(dict, (), {"a": 1}), pool.apply(list))
    result = pool.apply_async(sorted, ([3, 1, 2],), {"reverse": True})
    print(result.get(timeout=5), result.ready(), result.successful())
    result.wait()
