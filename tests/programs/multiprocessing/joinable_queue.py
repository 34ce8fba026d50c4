import time
from multiprocessing import JoinableQueue, Process, Value


def worker(queue, done):
    while True:
        item = queue.get()
        time.sleep(0.01)
        with done.get_lock():
            done.value += item
        queue.task_done()


queue = JoinableQueue()
done = Value("i", 0)
for _ in range(2):
    Process(target=worker, args=(queue, done), daemon=True).start()
for number in range(8):
    queue.put(number)
queue.join()
print(done.value)
queue.join()
try:
    queue.task_done()
except ValueError as error:
    print(error)
