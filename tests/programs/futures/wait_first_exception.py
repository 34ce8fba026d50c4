# FIRST_EXCEPTION: return when one has raised, or all are done.
import threading
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait

gate = threading.Event()
with ThreadPoolExecutor(3) as executor:
    slow = executor.submit(gate.wait)
    good = executor.submit(len, "abc")
    bad = executor.submit(lambda: 1 / 0)
    done, not_done = wait([slow, good, bad], return_when=FIRST_EXCEPTION)
    print(bad in done, slow in not_done)
    wait([bad])
    print(slow in wait([slow, bad], return_when=FIRST_EXCEPTION).not_done)
    gate.set()
    print(len(wait([slow, good], return_when=FIRST_EXCEPTION).done))
