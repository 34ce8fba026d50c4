import signal
import threading
import time

calls = []
signal.signal(signal.SIGALRM, lambda number, frame: calls.append(number))
start = time.monotonic()
signal.setitimer(signal.ITIMER_REAL, 0.05, 0.1)
time.sleep(0.5)
took = time.monotonic() - start
print(0.5 <= took < 0.6, 4 <= len(calls) <= 5)
left, interval = signal.setitimer(signal.ITIMER_REAL, 0)
print(0 < left <= 0.1, interval)
print(signal.getitimer(signal.ITIMER_REAL))

lock = threading.Lock()
lock.acquire()
signal.setitimer(signal.ITIMER_REAL, 0.05)
start = time.monotonic()
print(lock.acquire(timeout=0.3), 0.3 <= time.monotonic() - start < 0.4, len(calls) in (5, 6))

thread = threading.Timer(0.3, lock.release)
thread.start()
signal.setitimer(signal.ITIMER_REAL, 0.05, 0.05)
print(lock.acquire())
signal.alarm(0)
thread.join()

event = threading.Event()
count = len(calls)
signal.setitimer(signal.ITIMER_REAL, 0.05)
print(event.wait(0.2), len(calls) - count)
