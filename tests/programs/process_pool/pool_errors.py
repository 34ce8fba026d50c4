from multiprocessing import Pool


class OwnError(Exception):
    pass


def fails(number):
    if number == 2:
        raise OwnError("text", number)
    return number


def returns_function():
    return lambda: 1


if __name__ == "__main__":
    with Pool(2) as pool:
        for call in (
            lambda: pool.apply(fails, (2,)), lambda: pool.map(fails, range(4)),
            lambda: list(pool.imap(fails, range(4))), lambda: pool.apply(returns_function),
            lambda: pool.apply(lambda: 1), lambda: pool.map(fails, 5),
            lambda: pool.apply(len, (3,)), lambda: list(pool.imap(fails, [1], 0)),
        ):
            try:
                call()
            except Exception as error:
                print(type(error).__name__, str(error).split(" at 0x")[0], type(error.__cause__).__name__)
        iterator = pool.imap(fails, range(4))
        print(next(iterator), iterator.next())
        try:
            next(iterator)
        except OwnError as error:
            print(error.args)
        print(iterator.next(timeout=5))
        print(pool.map(fails, [7]))
