from multiprocessing import Pool, current_process

number = None


def initialize(value, more):
    global number
    number = value + more


def get(_):
    return number, current_process().name.split("-")[0], current_process().daemon


if __name__ == "__main__":
    with Pool(2, initialize, (5, 6)) as pool:
        print(pool.map(get, range(3)))
    print(number)
    for arguments in ((0,), (-1,), (1, 3), (1, None, (), 0)):
        try:
            Pool(*arguments)
        except (TypeError, ValueError) as error:
            print(error)
