import signal
import time


class Timeout(Exception):
    pass


def handler(number, frame):
    raise Timeout(number)


signal.signal(signal.SIGALRM, handler)


def loop():
    n = 0
    while True:
        n += 1


for wait in (loop, lambda: time.sleep(100)):
    signal.alarm(1)
    start = time.monotonic()
    try:
        wait()
    except Timeout as error:
        print("timeout", error, 0.9 < time.monotonic() - start < 2)
    finally:
        print(signal.alarm(0))
