# result() raises what the call raised; exception() returns it.
from concurrent.futures import ThreadPoolExecutor


def fail(n):
    raise ValueError(f"bad {n}")


with ThreadPoolExecutor() as executor:
    future = executor.submit(fail, 7)
    try:
        future.result()
    except ValueError as e:
        print(e, future.exception() is e, future.done())
    print(executor.submit(fail, 8).exception(timeout=5))
