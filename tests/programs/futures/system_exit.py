# Even SystemExit in a call only fails its future.
import sys
from concurrent.futures import ThreadPoolExecutor

with ThreadPoolExecutor(1) as executor:
    print(repr(executor.submit(sys.exit, 3).exception()))
    print(executor.submit(len, "the worker lives").result())
