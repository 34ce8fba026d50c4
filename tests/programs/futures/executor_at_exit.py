# The program's end waits for executors that nobody shut down.
import time
from concurrent.futures import ThreadPoolExecutor

executor = ThreadPoolExecutor(1)


def work(n):
    time.sleep(0.02)
    print("done", n)


for n in range(3):
    executor.submit(work, n)
print("main ends")
