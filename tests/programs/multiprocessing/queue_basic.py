from multiprocessing import Process, Queue


def square(queue, number):
    queue.put(number * number + 1)


queue = Queue()
processes = [Process(target=square, args=(queue, number)) for number in range(5)]
for process in processes:
    process.start()
print(sorted(queue.get() for _ in processes))
for process in processes:
    process.join()
print(queue.empty(), queue.qsize(), queue.full())
