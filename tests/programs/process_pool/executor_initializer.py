import logging
from concurrent.futures import ProcessPoolExecutor

number = 0


def initialize(value):
    global number
    number = value


def get():
    return number


def fails():
    raise ValueError("initializer")


if __name__ == "__main__":
    logging.disable(logging.CRITICAL)
    with ProcessPoolExecutor(2, initializer=initialize, initargs=(8,)) as executor:
        print([executor.submit(get).result() for _ in range(3)], number)
    with ProcessPoolExecutor(1, initializer=fails) as executor:
        print(type(executor.submit(get).exception()).__name__)
    try:
        ProcessPoolExecutor(1, initializer=3)
    except TypeError as error:
        print(error)
