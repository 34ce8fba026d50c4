# Collecting results and errors of many calls.
from concurrent.futures import ThreadPoolExecutor, as_completed


def fetch(n):
    if n in (2, 3):
        raise ConnectionError(f"host {n} is down")
    return n * 100


with ThreadPoolExecutor(3) as executor:
    futures = {executor.submit(fetch, n): n for n in range(5)}
    outcome = {}
    for future in as_completed(futures):
        try:
            outcome[futures[future]] = future.result()
        except ConnectionError as e:
            outcome[futures[future]] = str(e)
for n in sorted(outcome):
    print(n, outcome[n])
