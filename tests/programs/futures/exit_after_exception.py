# Leaving the with statement by an exception still waits for the calls.
import time
from concurrent.futures import ThreadPoolExecutor

log = []
try:
    with ThreadPoolExecutor(1) as executor:
        executor.submit(time.sleep, 0.05)
        executor.submit(log.append, "done all the same")
        raise KeyError("left early")
except KeyError as e:
    print(e, log)
