import os
import sys
import time
from multiprocessing import Process


def fails():
    raise ValueError("failed")


def wait():
    time.sleep(60)


for target, args in (
    (print, ("returns",)), (sys.exit, ()), (sys.exit, (3,)), (sys.exit, ("text",)),
    (fails, ()), (os._exit, (7,)), (sys.exit, (True,)), (os.kill, None),
):
    if args is None:
        process = Process(target=lambda: os.kill(os.getpid(), 9))
    else:
        process = Process(target=target, args=args)
    process.start()
    process.join()
    print(process.exitcode)
process = Process(target=wait)
process.start()
print(process.exitcode)
process.terminate()
process.join()
print(process.exitcode, process.exitcode == -15)
process = Process(target=wait)
process.start()
process.kill()
process.join()
print(process.exitcode)
