import sys
import time
from multiprocessing import Lock, Process

CHILDREN = 5  # @param {type:"slider", min:1, max:10, step:1, label:"Children", label_zh:"子进程数"}
LOCKED = False  # @param {type:"boolean", label:"With a lock", label_zh:"加锁"}
PAUSE = 0.01  # @param [0, 0.01, 0.1] {label:"Pause after each piece (s)", label_zh:"每段之后停顿（秒）"}


def say(lock, n):
    if LOCKED:
        with lock:
            write(n)
    else:
        write(n)


def write(n):
    for part in ("hello", " from", " child ", str(n), "\n"):
        sys.stdout.write(part)
        sys.stdout.flush()
        time.sleep(PAUSE)


if __name__ == "__main__":
    lock = Lock()
    children = [Process(target=say, args=(lock, n)) for n in range(CHILDREN)]
    for child in children:
        child.start()
    for child in children:
        child.join()
