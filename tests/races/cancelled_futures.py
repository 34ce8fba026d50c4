import time
from concurrent.futures import ThreadPoolExecutor

with ThreadPoolExecutor(2) as pool:
    futures = [pool.submit(time.sleep, 0.0005) for _ in range(8)]
    time.sleep(0.001)
    print([future.cancel() for future in futures])
