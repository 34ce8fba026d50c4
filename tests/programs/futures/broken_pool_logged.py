# An initializer that fails is logged.
from concurrent.futures import ThreadPoolExecutor


def fail():
    raise ValueError("no connection")


with ThreadPoolExecutor(1, initializer=fail) as executor:
    print(executor.submit(print, "never").exception())
