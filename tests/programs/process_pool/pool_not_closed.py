from multiprocessing import Pool


def square(number):
    return number * number


if __name__ == "__main__":
    pool = Pool(2)
    print(pool.map(square, range(3)))
