from multiprocessing import Manager, Pool


def put(args):
    queue, number = args
    queue.put(number * 2)
    return number


def double(number):
    return number * 2


if __name__ == "__main__":
    with Manager() as manager, Pool(2) as pool:
        queue = manager.Queue()
        print(pool.map(put, [(queue, number) for number in range(4)]))
        print(sorted(queue.get() for _ in range(4)), queue.qsize())
        with manager.Pool(2) as remote:
            print(remote.map(double, range(4)), remote.apply(double, (7,)))
            print(remote.apply_async(double, (8,)).get())
            print(list(remote.imap(double, range(3))))
