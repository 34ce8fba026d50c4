import time
from multiprocessing import Pool

WAY = "map"  # @param ["apply", "apply_async", "map", "imap_unordered"] {label:"Way", label_zh:"方式"}


def square(n):
    time.sleep((5 - n) / 50)
    return n * n


if __name__ == "__main__":
    start = time.perf_counter()
    with Pool(2) as pool:
        if WAY == "apply":
            results = [pool.apply(square, (n,)) for n in range(5)]
        elif WAY == "apply_async":
            waiting = [pool.apply_async(square, (n,)) for n in range(5)]
            results = [result.get() for result in waiting]
        elif WAY == "map":
            results = pool.map(square, range(5), chunksize=1)
        else:
            results = list(pool.imap_unordered(square, range(5)))
    print("results", results)
    print("seconds", round(time.perf_counter() - start, 2))
