from multiprocessing import Process, Queue


def producer(queue, name, count):
    for number in range(count):
        queue.put((name, number))
    queue.put((name, None))


def consumer(tasks, results):
    while (task := tasks.get()) is not None:
        results.put(task * task)


queue = Queue()
processes = [Process(target=producer, args=(queue, name, 5)) for name in "abc"]
for process in processes:
    process.start()
seen = {name: [] for name in "abc"}
ended = 0
while ended < 3:
    name, number = queue.get()
    if number is None:
        ended += 1
    else:
        seen[name].append(number)
print(seen)
for process in processes:
    process.join()

tasks, results = Queue(), Queue()
workers = [Process(target=consumer, args=(tasks, results)) for _ in range(3)]
for worker in workers:
    worker.start()
for number in range(10):
    tasks.put(number)
for _ in workers:
    tasks.put(None)
print(sorted(results.get() for _ in range(10)))
for worker in workers:
    worker.join()
