from multiprocessing import Process, SimpleQueue


def child(queue):
    queue.put(("from the child", [1, 2]))


queue = SimpleQueue()
print(queue.empty())
process = Process(target=child, args=(queue,))
process.start()
print(queue.get(), queue.empty())
process.join()
queue.close()
try:
    queue.put(1)
except OSError as error:
    print(error)
