# result(timeout) raises TimeoutError, which is the builtin one.
import concurrent.futures
import threading

gate = threading.Event()
with concurrent.futures.ThreadPoolExecutor(1) as executor:
    future = executor.submit(gate.wait)
    for action in (
        lambda: future.result(timeout=0.01),
        lambda: future.exception(0.01),
        lambda: future.result(0),
    ):
        try:
            action()
        except concurrent.futures.TimeoutError as e:
            print(repr(e))
    gate.set()
    print(future.result(5))
assert concurrent.futures.TimeoutError is TimeoutError
