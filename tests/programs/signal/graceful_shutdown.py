import multiprocessing
import os
import signal
import time


def worker(connection):
    stop = False

    def handler(number, frame):
        nonlocal stop
        stop = True

    signal.signal(signal.SIGTERM, handler)
    connection.send("ready")
    rounds = 0
    while not stop:
        time.sleep(0.05)
        rounds += 1
    connection.send(rounds > 0)


near, far = multiprocessing.Pipe()
process = multiprocessing.Process(target=worker, args=(far,))
process.start()
print(near.recv())
time.sleep(0.2)
process.terminate()
print(near.recv())
process.join()
print(process.exitcode)


def stubborn():
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    time.sleep(0.3)


process = multiprocessing.Process(target=stubborn)
process.start()
time.sleep(0.1)
process.terminate()
os.kill(process.pid, signal.SIGINT)
process.join()
print(process.exitcode)


def interrupted():
    try:
        time.sleep(10)
    except KeyboardInterrupt:
        print("child interrupted")
        raise SystemExit(3)


process = multiprocessing.Process(target=interrupted)
process.start()
time.sleep(0.1)
os.kill(process.pid, signal.SIGINT)
process.join()
print(process.exitcode)
