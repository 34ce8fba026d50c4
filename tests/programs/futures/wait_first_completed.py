# FIRST_COMPLETED: return when one is done.
import threading
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait

gate = threading.Event()
with ThreadPoolExecutor(2) as executor:
    slow = executor.submit(gate.wait)
    quick = executor.submit(len, "abc")
    done, not_done = wait([slow, quick], return_when=FIRST_COMPLETED)
    print(done == {quick}, not_done == {slow})
    done, not_done = wait([slow, quick], 0, FIRST_COMPLETED)
    print(done == {quick}, not_done == {slow})
    print(wait([slow], 0.01, FIRST_COMPLETED).done)
    gate.set()
