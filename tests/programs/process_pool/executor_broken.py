import os
import time
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool


def dies():
    os._exit(3)


if __name__ == "__main__":
    executor = ProcessPoolExecutor(2)
    waiting = [executor.submit(time.sleep, 60) for _ in range(2)]
    dying = [executor.submit(dies) for _ in range(2)]
    os.kill(next(iter(executor._processes)), 9)
    for future in waiting + dying:
        print(repr(future.exception()))
    try:
        executor.submit(time.sleep, 0)
    except BrokenExecutor as error:
        print(type(error) is BrokenProcessPool, error)
    executor.shutdown()
    with ProcessPoolExecutor(1) as executor:
        try:
            executor.submit(dies).result()
        except BrokenProcessPool as error:
            print(error)
