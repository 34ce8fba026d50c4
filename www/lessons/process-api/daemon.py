import time
from multiprocessing import Process

DAEMON = True  # @param {type:"boolean", label:"daemon", label_zh:"守护进程"}


def work():
    print("child begins", flush=True)
    time.sleep(0.3)
    print("child ends", flush=True)


if __name__ == "__main__":
    child = Process(target=work, daemon=DAEMON)
    child.start()
    time.sleep(0.1)
    print("parent is over", flush=True)
