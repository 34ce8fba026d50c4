from multiprocessing import Process, Queue


def put(queue, n):
    for k in range(3):
        queue.put((n, k))


if __name__ == "__main__":
    queue = Queue()
    workers = [Process(target=put, args=(queue, n)) for n in range(3)]
    for worker in workers:
        worker.start()
    print([queue.get() for _ in range(9)])
    for worker in workers:
        worker.join()
