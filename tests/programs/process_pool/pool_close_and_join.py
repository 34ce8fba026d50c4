import time
from multiprocessing import Pool, active_children


def slow(number):
    time.sleep(0.1)
    return number


if __name__ == "__main__":
    pool = Pool(2)
    try:
        pool.join()
    except ValueError as error:
        print(error)
    results = [pool.apply_async(slow, (number,)) for number in range(4)]
    print(str(pool).split(" at ")[0])
    pool.close()
    for call in (lambda: pool.apply_async(slow, (1,)), lambda: pool.map(slow, [1]), pool.__enter__):
        try:
            call()
        except ValueError as error:
            print(error)
    pool.join()
    print([result.get() for result in results], active_children())
    pool = Pool(2)
    result = pool.map_async(time.sleep, [60, 60])
    pool.terminate()
    pool.join()
    print(active_children(), str(pool))
