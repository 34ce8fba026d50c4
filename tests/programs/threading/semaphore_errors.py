# What semaphores refuse.
import threading

for action in (
    lambda: threading.Semaphore(-1),
    lambda: threading.BoundedSemaphore(-5),
    lambda: threading.Semaphore().release(0),
    lambda: threading.BoundedSemaphore().release(-1),
    lambda: threading.Semaphore().acquire(False, 1),
    lambda: threading.Semaphore().acquire(blocking=False, timeout=0),
    lambda: threading.BoundedSemaphore().release(),
):
    try:
        action()
    except ValueError as e:
        print(e)
s = threading.BoundedSemaphore(3)
s.acquire()
s.acquire()
try:
    s.release(3)
except ValueError as e:
    print(e)
s.release(2)
