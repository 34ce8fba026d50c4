# After shutdown() nothing is accepted; what was accepted is done.
import threading
from concurrent.futures import ThreadPoolExecutor

gate = threading.Event()
executor = ThreadPoolExecutor(1)
futures = [executor.submit(gate.wait), executor.submit(len, "abc")]
executor.shutdown(wait=False)
try:
    executor.submit(print)
except RuntimeError as e:
    print(e)
try:
    executor.map(print, [1])
except RuntimeError as e:
    print(e)
print([f.done() for f in futures])
gate.set()
executor.shutdown()
executor.shutdown(wait=True)
print([f.result() for f in futures])
