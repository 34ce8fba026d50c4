import multiprocessing
import time


class Point:
    def __init__(self, x):
        self.x = x


class Worker(multiprocessing.get_context("spawn").Process):
    def __init__(self, queue, **kwargs):
        super().__init__(**kwargs)
        self.queue = queue

    def run(self):
        self.queue.put((self.name, "subclass"))


def child(queue, connection, lock, event, value, array, barrier, condition, point):
    with lock:
        value.value += point.x
        array[1] = 2.5
    queue.put(connection.recv())
    event.set()
    barrier.wait()
    with condition:
        condition.notify()


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    queue = context.Queue()
    near, far = context.Pipe()
    lock, event, condition = context.Lock(), context.Event(), context.Condition()
    value, array, barrier = context.Value("i", 3), context.Array("d", 3), context.Barrier(2)
    process = context.Process(
        target=child,
        args=(queue, far, lock, event, value, array, barrier, condition, Point(4)),
    )
    process.start()
    near.send(["sent", Point])
    print(queue.get()[0], event.wait(20))
    with condition:
        barrier.wait()
        print(condition.wait(20))
    process.join()
    print(value.value, array[:])
    worker = Worker(queue, name="worker")
    worker.start()
    print(queue.get())
    worker.join()
