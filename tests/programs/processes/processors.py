import multiprocessing
import os

count = os.cpu_count()
assert 1 <= count == multiprocessing.cpu_count()
assert len(os.sched_getaffinity(0)) <= count
assert os.sched_getaffinity(os.getpid()) == os.sched_getaffinity(0)
print(type(count), type(os.sched_getaffinity(0)))
