# Whoever stops iterating cancels the calls that have not begun.
import threading
from concurrent.futures import ThreadPoolExecutor

gate = threading.Event()
begun = threading.Event()
ran = []


def work(n):
    ran.append(n)
    if n == 1:
        begun.set()
        gate.wait()
    return n


with ThreadPoolExecutor(1) as executor:
    results = executor.map(work, range(5))
    print(next(results))
    begun.wait()
    results.close()
    gate.set()
print(ran)
