# Each worker calls the initializer first.
import threading
from concurrent.futures import ThreadPoolExecutor

local = threading.local()
barrier = threading.Barrier(2)


def initialize(value):
    local.value = value


def read(_):
    barrier.wait()
    return local.value


with ThreadPoolExecutor(2, initializer=initialize, initargs=("ready",)) as executor:
    print(list(executor.map(read, range(4))))
