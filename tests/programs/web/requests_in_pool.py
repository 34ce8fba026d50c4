# A pool of threads downloads: results come in order of the addresses, failures with their errors.
from concurrent.futures import ThreadPoolExecutor, as_completed

import requests

SITE = "http://127.0.0.1:8808"


def size(path):
    response = requests.get(SITE + path, timeout=0.5)
    response.raise_for_status()
    return len(response.content)


with ThreadPoolExecutor(max_workers=4) as pool:
    print(list(pool.map(size, ["/bytes/100?delay=0.1", "/bytes/2000", "/x?size=5"])))
    futures = {pool.submit(size, path): path for path in ("/status/500?delay=0.2", "/delay/2", "/bytes/7?delay=0.35")}
    for future in as_completed(futures):
        error = future.exception()
        print(futures[future], type(error).__name__ if error else future.result())
