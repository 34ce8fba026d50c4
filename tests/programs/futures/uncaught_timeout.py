# The traceback of a result that was not there in time.
import threading
from concurrent.futures import ThreadPoolExecutor

gate = threading.Event()
executor = ThreadPoolExecutor(1)
future = executor.submit(gate.wait)
threading.Timer(0.05, gate.set).start()
future.result(timeout=0.01)
