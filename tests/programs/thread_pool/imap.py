# imap gives results one by one, in order; imap_unordered as they come.
import threading
from multiprocessing.pool import ThreadPool

gate = threading.Event()


def work(n):
    if n == 0:
        gate.wait()
    return n


with ThreadPool(2) as pool:
    unordered = pool.imap_unordered(work, range(3))
    first = [next(unordered), next(unordered)]
    gate.set()
    print(first, next(unordered), list(unordered))
    print(list(pool.imap(work, range(5))), list(pool.imap(work, range(5), chunksize=2)))
    print(sorted(pool.imap_unordered(work, range(5), 3)))
    print(list(pool.imap(work, [])), list(pool.imap_unordered(work, iter(()))))
    numbers = pool.imap(work, range(1))
    print(iter(numbers) is numbers, numbers.next(), type(numbers).__name__)
    for method in (pool.imap, pool.imap_unordered):
        try:
            method(work, range(3), 0)
        except ValueError as e:
            print(e)
