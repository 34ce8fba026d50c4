import os
import signal
import time

main = os.getpid()


def handler(number, frame):
    print("got", signal.Signals(number).name)


signal.signal(signal.SIGUSR1, handler)
pid = os.fork()
if pid == 0:
    time.sleep(0.1)
    os.kill(main, signal.SIGUSR1)
    signal.signal(signal.SIGTERM, lambda number, frame: os._exit(7))
    while True:
        signal.pause()
signal.pause()
time.sleep(0.2)
os.kill(pid, signal.SIGTERM)
print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))

signal.signal(signal.SIGCHLD, handler)
if os.fork() == 0:
    time.sleep(0.1)
    os._exit(0)
time.sleep(0.3)
print(os.wait()[1])
