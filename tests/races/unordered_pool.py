import random
import time
from multiprocessing import Pool


def nap(n):
    time.sleep(random.random() / 500)
    return n


if __name__ == "__main__":
    with Pool(3) as pool:
        print(list(pool.imap_unordered(nap, range(9))))
