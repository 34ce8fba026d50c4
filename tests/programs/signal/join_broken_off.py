import signal
import threading
import time


def handler(number, frame):
    raise TimeoutError(number)


def work():
    time.sleep(0.2)
    print("the thread ends", flush=True)


signal.signal(signal.SIGALRM, handler)
thread = threading.Thread(target=work)
thread.start()
signal.setitimer(signal.ITIMER_REAL, 0.05)
try:
    thread.join()
except TimeoutError:
    # CPython takes it for ended.
    print(thread.is_alive(), len(threading.enumerate()))
time.sleep(0.3)
print(len(threading.enumerate()))

thread = threading.Thread(target=work)
thread.start()
signal.setitimer(signal.ITIMER_REAL, 0.05)
try:
    thread.join(10)
except TimeoutError:
    print(thread.is_alive())
print("nobody waits for the thread")
