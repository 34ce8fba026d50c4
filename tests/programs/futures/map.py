# map() gives results in the order of its arguments.
import time
from concurrent.futures import ThreadPoolExecutor


def slow_first(n):
    time.sleep(0.05 if n == 0 else 0)
    return n * n


with ThreadPoolExecutor(3) as executor:
    print(list(executor.map(slow_first, range(5))))
    print(list(executor.map(pow, [2, 3, 4], [3, 2])))
    print(list(executor.map(str, range(4), chunksize=2)), list(executor.map(str, [])))
    results = executor.map(slow_first, range(3))
    print(next(results), type(results).__name__)
