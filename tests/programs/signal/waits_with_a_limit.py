import queue
import signal
import threading
import time
from concurrent.futures import ThreadPoolExecutor


class TimeLimit:
    def __init__(self, seconds):
        self.seconds = seconds

    def __enter__(self):
        self.before = signal.signal(signal.SIGALRM, self.handler)
        signal.setitimer(signal.ITIMER_REAL, self.seconds)

    def handler(self, number, frame):
        raise TimeoutError

    def __exit__(self, *exc_info):
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, self.before)


def loop():
    while True:
        pass


def numbers():
    while True:
        yield 1


def sort():
    sorted(range(100), key=lambda x: -x)
    loop()


def in_a_block():
    with lock:
        print("not reached")


def hold():
    with lock:
        time.sleep(0.3)


lock = threading.RLock()
barrier = threading.Barrier(2)
holder = threading.Thread(target=hold)
holder.start()
time.sleep(0.02)
with ThreadPoolExecutor(1) as executor:
    for name, wait in (
        ("loop", loop),
        ("generator", lambda: sum(numbers())),
        ("sleep", lambda: time.sleep(5)),
        ("event", lambda: threading.Event().wait(5)),
        ("sort", sort),
        ("result", executor.submit(time.sleep, 0.2).result),
        ("queue", queue.Queue().get),
        ("simple queue", queue.SimpleQueue().get),
        ("block", in_a_block),
        ("barrier", barrier.wait),
    ):
        try:
            with TimeLimit(0.02):
                wait()
        except TimeoutError:
            print(name)
print(barrier.broken)
holder.join()
