from multiprocessing import Process, Queue, parent_process
import os


def child(queue):
    parent = parent_process()
    queue.put((parent.name, parent.pid == os.getppid(), parent.is_alive()))


queue = Queue()
process = Process(target=child, args=(queue,))
process.start()
print(queue.get())
process.join()
print(parent_process())
