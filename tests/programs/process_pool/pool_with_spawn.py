import multiprocessing


def square(number):
    return number * number, multiprocessing.current_process().name.split("-")[0]


if __name__ == "__main__":
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        print(pool.map(square, range(3)))
