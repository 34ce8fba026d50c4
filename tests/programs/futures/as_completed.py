# as_completed() yields futures as they are done.
import threading
from concurrent.futures import ThreadPoolExecutor, as_completed

gates = [threading.Event() for _ in range(3)]


def work(n):
    gates[n].wait()
    return n


with ThreadPoolExecutor(3) as executor:
    futures = [executor.submit(work, n) for n in range(3)]
    order = []
    gates[2].set()
    for future in as_completed(futures + futures):
        order.append(future.result())
        gates[(future.result() + 1) % 3].set()
    print(order)
    names = {executor.submit(str.upper, c): c for c in "xyz"}
    print(sorted((names[f], f.result()) for f in as_completed(names)))
    print(list(as_completed([])))
