from multiprocessing import Process, Value


def add(counter):
    for _ in range(50):
        counter.value += 1


if __name__ == "__main__":
    counter = Value("i", 0, lock=False)
    workers = [Process(target=add, args=(counter,)) for _ in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    print(counter.value)
