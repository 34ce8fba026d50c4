# The timeout of map() counts from the call.
import threading
from concurrent.futures import ThreadPoolExecutor

gate = threading.Event()
with ThreadPoolExecutor(2) as executor:
    results = executor.map(lambda n: n or gate.wait(), [1, 0, 2], timeout=0.3)
    got = []
    try:
        for x in results:
            got.append(x)
    except TimeoutError as e:
        print(got, repr(e))
    gate.set()
