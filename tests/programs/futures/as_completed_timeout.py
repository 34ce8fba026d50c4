# as_completed() raises when the time is over.
import threading
from concurrent.futures import ThreadPoolExecutor, as_completed

gate = threading.Event()
with ThreadPoolExecutor(3) as executor:
    futures = [executor.submit(gate.wait), executor.submit(len, "a"), executor.submit(gate.wait)]
    try:
        for future in as_completed(futures, timeout=0.3):
            print(future.result())
    except TimeoutError as e:
        print(e)
    gate.set()
