# The traceback of an exception that came through a future.
from concurrent.futures import ThreadPoolExecutor


def fail(n):
    raise ValueError(f"bad {n}")


with ThreadPoolExecutor(1) as executor:
    executor.submit(fail, 7).result()
