# An exception ends the iteration over map().
from concurrent.futures import ThreadPoolExecutor


def check(n):
    if n == 2:
        raise ValueError(n)
    return n


with ThreadPoolExecutor(2) as executor:
    results = executor.map(check, range(5))
    got = []
    try:
        for x in results:
            got.append(x)
    except ValueError as e:
        print("after", got, "came", repr(e))
    print(list(results))
