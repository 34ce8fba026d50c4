import time
from multiprocessing import BoundedSemaphore, Lock, Process, Semaphore, Value


def visitor(semaphore, inside, most, lock):
    with semaphore:
        with lock:
            inside.value += 1
            most.value = max(most.value, inside.value)
        time.sleep(0.1)
        with lock:
            inside.value -= 1


semaphore = Semaphore(2)
inside, most, lock = Value("i"), Value("i"), Lock()
processes = [Process(target=visitor, args=(semaphore, inside, most, lock)) for _ in range(5)]
for process in processes:
    process.start()
for process in processes:
    process.join()
print(most.value, inside.value, semaphore, semaphore.get_value())
semaphore.release()
print(semaphore, semaphore.acquire(), semaphore.acquire(False))
bounded = BoundedSemaphore(1)
print(bounded, bounded.acquire(), bounded.acquire(timeout=0.05), bounded)
bounded.release()
try:
    bounded.release()
except ValueError as error:
    print(error)
