# terminate() does not wait for tasks that have not begun, and `with` ends so.
import threading
from multiprocessing.pool import ThreadPool

gate = threading.Event()
begun = threading.Event()
ran = []


def work(n):
    ran.append(n)
    begun.set()
    gate.wait()


with ThreadPool(1) as pool:
    result = pool.map_async(work, range(20), 1)
    begun.wait()
print(result.ready(), repr(pool))
gate.set()
pool.join()
print(ran)
