# shutdown(cancel_futures=True) cancels what has not begun.
import threading
from concurrent.futures import ThreadPoolExecutor

gate = threading.Event()
begun = threading.Event()


def work():
    begun.set()
    gate.wait()
    return "done"


executor = ThreadPoolExecutor(1)
first = executor.submit(work)
others = [executor.submit(print, n) for n in range(3)]
begun.wait()
executor.shutdown(wait=False, cancel_futures=True)
print([f.cancelled() for f in others], first.done())
gate.set()
executor.shutdown()
print(first.result())
