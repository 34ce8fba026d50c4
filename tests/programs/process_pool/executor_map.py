import time
from concurrent.futures import ProcessPoolExecutor, TimeoutError


def add(a, b=0):
    return a + b


def slow(seconds):
    time.sleep(seconds)
    return seconds


if __name__ == "__main__":
    with ProcessPoolExecutor(2) as executor:
        print(list(executor.map(add, range(5))), list(executor.map(add, range(5), range(5))))
        print(list(executor.map(add, range(7), chunksize=3)), list(executor.map(add, [])))
        try:
            executor.map(add, [1], chunksize=0)
        except ValueError as error:
            print(error)
        try:
            for result in executor.map(slow, [0.05, 0.6], timeout=0.3):
                print(result)
        except TimeoutError as error:
            print("TimeoutError", error)
    for count in (0, -1):
        try:
            ProcessPoolExecutor(count)
        except ValueError as error:
            print(error)
