# Workers are named after their executor.
import threading
from concurrent.futures import ThreadPoolExecutor

barrier = threading.Barrier(2)


def name(_):
    barrier.wait()
    return threading.current_thread().name


with ThreadPoolExecutor(2) as executor:
    print(sorted(executor.map(name, range(2))))
with ThreadPoolExecutor(2, thread_name_prefix="fetch") as executor:
    print(sorted(executor.map(name, range(2))))
with ThreadPoolExecutor(2) as executor:
    print(sorted(executor.map(name, range(2))))
