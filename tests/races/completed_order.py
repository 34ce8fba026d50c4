import random
import time
from concurrent.futures import ThreadPoolExecutor, as_completed


def nap(n):
    time.sleep(random.random() / 1000)
    return n


with ThreadPoolExecutor(4) as pool:
    futures = [pool.submit(nap, n) for n in range(12)]
    print([future.result() for future in as_completed(futures)])
