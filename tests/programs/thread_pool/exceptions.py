# Exceptions of calls are raised by get().
from multiprocessing.pool import ThreadPool


def check(n):
    if n % 2:
        raise ValueError(f"odd: {n}")
    return n


with ThreadPool(1) as pool:
    for action in (
        lambda: pool.apply(check, (1,)),
        lambda: pool.map(check, [2, 3, 4, 5], 1),
        lambda: pool.starmap(check, [(6,), (7,)]),
        lambda: list(pool.imap(check, [0, 9])),
    ):
        try:
            action()
        except ValueError as e:
            print(e)
    result = pool.apply_async(check, (11,))
    result.wait()
    print(result.ready(), result.successful())
    results = pool.imap(check, [0, 1, 2])
    print(next(results))
    try:
        next(results)
    except ValueError as e:
        print(e)
    print(next(results), next(results, "end"))
