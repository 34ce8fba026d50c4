# While a function of C sleeps other threads run.
import ctypes
import threading
import time

libc = ctypes.CDLL("libc.so.6")
libc.usleep.argtypes = [ctypes.c_uint]
libc.usleep.restype = ctypes.c_int
events = []


def sleeper(milliseconds):
    events.append(("begin", milliseconds))
    libc.usleep(milliseconds * 1000)
    events.append(("end", milliseconds))


began = time.perf_counter()
threads = [threading.Thread(target=sleeper, args=(length,)) for length in (300, 100, 200)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(events)
print(0.3 <= time.perf_counter() - began < 0.5)
