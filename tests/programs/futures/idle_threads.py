# An idle worker is used before another one is started.
import threading
import time
from concurrent.futures import ThreadPoolExecutor

executor = ThreadPoolExecutor(4)
for n in range(5):
    executor.submit(len, "x").result()
    time.sleep(0.1)
    assert threading.active_count() == 2, threading.active_count()
gate = threading.Event()
futures = [executor.submit(gate.wait) for _ in range(10)]
print(threading.active_count())
gate.set()
executor.shutdown()
print(threading.active_count())
