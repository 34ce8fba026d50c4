# submit() gives a future; result() waits for what the call returns.
from concurrent.futures import ThreadPoolExecutor

with ThreadPoolExecutor(max_workers=2) as executor:
    future = executor.submit(pow, 2, 10)
    print(future.result(), future.result(timeout=1), future.done(), future.exception())
    print(executor.submit(lambda *args, **kwargs: (args, kwargs), 1, fn=2, self=3).result())
