import threading
from multiprocessing import Manager, Process


def add(lock, namespace):
    for _ in range(5):
        with lock:
            namespace.count += 1


def party(barrier, event, queue, semaphore, condition):
    queue.put(barrier.wait())
    event.wait()
    with semaphore:
        queue.put("event")
    with condition:
        condition.notify()


with Manager() as manager:
    lock, namespace = manager.Lock(), manager.Namespace(count=0, text="t")
    processes = [Process(target=add, args=(lock, namespace)) for _ in range(3)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print(namespace.count, namespace)
    del namespace.text
    print(hasattr(namespace, "text"))
    barrier, event, queue = manager.Barrier(2), manager.Event(), manager.Queue()
    semaphore, condition = manager.Semaphore(1), manager.Condition()
    process = Process(target=party, args=(barrier, event, queue, semaphore, condition))
    process.start()
    barrier.wait()
    print(queue.get() in (0, 1), barrier.parties, barrier.broken)
    with condition:
        event.set()
        print(condition.wait(20))
    print(queue.get(), event.is_set())
    process.join()
    rlock = manager.RLock()
    with rlock:
        print(rlock.acquire(), rlock.release())
    bounded = manager.BoundedSemaphore(1)
    try:
        bounded.release()
    except ValueError as error:
        print(error)
    value, array = manager.Value("i", 3), manager.Array("i", [1, 2])
    value.value += 1
    array[0] = 5
    print(value.value, value.get(), value, array[0], list(array), array)
    joinable = manager.JoinableQueue()
    joinable.put(1)
    print(joinable.get(), joinable.task_done(), joinable.join(), joinable.empty())
