# A result that is not there yet.
import multiprocessing
import threading
from multiprocessing.pool import ThreadPool

gate = threading.Event()
with ThreadPool(1) as pool:
    result = pool.apply_async(gate.wait)
    print(result.ready(), result.wait(0.01))
    try:
        result.get(timeout=0.01)
    except multiprocessing.TimeoutError as e:
        print(repr(e), type(e).__mro__[1].__name__, isinstance(e, TimeoutError))
    try:
        result.successful()
    except ValueError as e:
        print(str(e).replace(f"{id(result):#x}", "ADDRESS"))
    numbers = pool.imap(gate.wait, [5])
    try:
        numbers.next(timeout=0.01)
    except multiprocessing.TimeoutError as e:
        print(repr(e))
    gate.set()
    print(result.get(), numbers.next(timeout=5))
