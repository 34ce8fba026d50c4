# An initializer that fails breaks the pool.
import logging
import threading
from concurrent.futures import BrokenExecutor, ThreadPoolExecutor
from concurrent.futures.thread import BrokenThreadPool

logging.getLogger("concurrent.futures").setLevel(logging.CRITICAL + 1)


def fail():
    raise ValueError("no connection")


executor = ThreadPoolExecutor(1, initializer=fail)
future = executor.submit(print, "never")
try:
    future.result()
except BrokenThreadPool as e:
    print(e)
try:
    executor.submit(print, "never")
except BrokenExecutor as e:
    print(type(e).__name__, e)
assert issubclass(BrokenExecutor, RuntimeError)
executor.shutdown()
