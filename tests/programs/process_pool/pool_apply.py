from multiprocessing import Pool, TimeoutError
import os
import time


def describe(a, b=2, *, c=3):
    return a, b, c


def slow():
    time.sleep(0.5)
    return "slow"


if __name__ == "__main__":
    with Pool(2) as pool:
        print(pool.apply(describe, (1,), {"c": 5}), pool.apply(os.getpid) != os.getpid())
        result = pool.apply_async(slow)
        print(result.ready())
        try:
            result.successful()
        except ValueError as error:
            print(str(error)[-9:])
        try:
            result.get(timeout=0.05)
        except TimeoutError as error:
            print(type(error).__module__, type(error).__name__)
        result.wait(0.05)
        print(result.ready(), result.get(), result.ready(), result.successful())
        results = [pool.apply_async(describe, (number,)) for number in range(4)]
        print([result.get() for result in results])
