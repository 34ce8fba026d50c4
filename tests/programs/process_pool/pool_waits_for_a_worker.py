import time
from multiprocessing import Pool


def task(number):
    began = time.monotonic()
    time.sleep(0.3)
    return number, began


if __name__ == "__main__":
    with Pool(2) as pool:
        results = [pool.apply_async(task, (number,)) for number in range(3)]
        began = dict(result.get() for result in results)
    # The third begins when one of the others has ended.
    print(began[2] - min(began[0], began[1]) > 0.25, abs(began[0] - began[1]) < 0.25)
