# Threads wait for their answers at the same time, and the answers come back by their delays.
import threading
import time

import requests

SITE = "http://127.0.0.1:8808"
done = []


def fetch(delay):
    response = requests.get(f"{SITE}/delay/{delay}")
    done.append((delay, response.status_code))


began = time.perf_counter()
threads = [threading.Thread(target=fetch, args=(delay,)) for delay in (0.6, 0.2, 0.4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
took = time.perf_counter() - began
print(done, 0.6 <= took < 1.0)
