# The program's end waits for executors that nobody shut down.
import threading
from concurrent.futures import ThreadPoolExecutor

gate = threading.Event()
executor = ThreadPoolExecutor(1)


def work(n):
    gate.wait()
    print("done", n)


for n in range(3):
    executor.submit(work, n)
print("main ends")
gate.set()
