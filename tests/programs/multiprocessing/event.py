from multiprocessing import Event, Process, Queue


def worker(event, queue, number):
    queue.put(("waits", number))
    queue.put((event.wait(), number))


event, queue = Event(), Queue()
print(event.is_set(), event.wait(0.05), repr(event).endswith(" unset>"))
processes = [Process(target=worker, args=(event, queue, number)) for number in range(3)]
for process in processes:
    process.start()
print(sorted(queue.get() for _ in range(3)))
event.set()
print(sorted(queue.get() for _ in range(3)), event.is_set(), repr(event).endswith(" set>"))
for process in processes:
    process.join()
event.clear()
print(event.is_set())
