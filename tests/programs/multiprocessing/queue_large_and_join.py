from multiprocessing import Process, Queue


def child(queue):
    queue.put("x" * 200_000)


queue = Queue()
process = Process(target=child, args=(queue,))
process.start()
# The child does not end before what it has put is taken out.
process.join(0.5)
print(process.is_alive())
print(len(queue.get()))
process.join()
print(process.exitcode)
