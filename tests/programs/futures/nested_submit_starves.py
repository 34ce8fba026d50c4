# A call that waits for another one in a pool of one worker would wait for ever.
from concurrent.futures import ThreadPoolExecutor

executor = ThreadPoolExecutor(1)


def outer():
    inner = executor.submit(len, "abc")
    try:
        inner.result(timeout=0.05)
    except TimeoutError:
        return f"starved, then cancelled: {inner.cancel()}"


print(executor.submit(outer).result())
executor.shutdown()
