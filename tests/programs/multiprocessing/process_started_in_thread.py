import threading
from multiprocessing import Process, Queue


def child(queue):
    queue.put((threading.current_thread().name, threading.active_count()))


def run(queue):
    process = Process(target=child, args=(queue,))
    process.start()
    process.join()


queue = Queue()
thread = threading.Thread(target=run, args=(queue,), name="starter")
thread.start()
print(queue.get())
thread.join()
