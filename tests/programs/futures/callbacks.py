# Callbacks run when the future is done, in the order in which they were added.
import threading
from concurrent.futures import Future, ThreadPoolExecutor

log = []
gate = threading.Event()
with ThreadPoolExecutor(1, "pool") as executor:
    future = executor.submit(gate.wait)
    for n in range(3):
        future.add_done_callback(
            lambda f, n=n: log.append((n, f.result(), threading.current_thread().name))
        )
    gate.set()
future.add_done_callback(lambda f: log.append(threading.current_thread().name))
print(log)
f = Future()
f.add_done_callback(lambda f: print("cancelled:", f.cancelled()))
f.cancel()
f.cancel()
