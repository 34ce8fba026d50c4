# The threads of a pool.
import threading
from multiprocessing.pool import ThreadPool

with ThreadPool(2) as pool:
    print([t.name for t in threading.enumerate()])
    print({t.daemon for t in threading.enumerate()})
    print(pool.apply(lambda: threading.current_thread().name.split("(")[1]))
