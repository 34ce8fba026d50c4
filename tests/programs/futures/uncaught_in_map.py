# The traceback of an exception that came through map().
from concurrent.futures import ThreadPoolExecutor


def invert(n):
    return 1 / n


with ThreadPoolExecutor(1) as executor:
    for x in executor.map(invert, [2, 1, 0]):
        print(x)
