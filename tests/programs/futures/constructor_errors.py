# What the constructor refuses.
from concurrent.futures import Executor, ThreadPoolExecutor

for arguments in ({"max_workers": 0}, {"max_workers": -1}, {"initializer": 5}):
    try:
        ThreadPoolExecutor(**arguments)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
try:
    Executor().submit(print)
except NotImplementedError:
    print("abstract")
print(Executor().shutdown(), issubclass(ThreadPoolExecutor, Executor))
