from multiprocessing import Pool


def square(number):
    return number * number


def add(a, b):
    return a + b


if __name__ == "__main__":
    with Pool(3) as pool:
        print(pool.map(square, range(10)))
        print(pool.map(square, range(10), chunksize=4))
        print(pool.map(square, []), pool.map(str.upper, ["a", "b"]))
        print(pool.starmap(add, [(1, 2), (3, 4)]))
        print(pool.map(square, (number for number in range(3))))
        print(list(pool.imap(square, range(5))), list(pool.imap(square, range(5), 2)))
        print(sorted(pool.imap_unordered(square, range(5))))
