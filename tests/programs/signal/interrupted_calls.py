import os
import signal
import time

calls = 0


def handler(number, frame):
    global calls
    calls += 1


signal.signal(signal.SIGALRM, handler)
signal.signal(signal.SIGCHLD, handler)
reader, writer = os.pipe()
pid = os.fork()
if pid == 0:
    time.sleep(0.3)
    os.write(writer, b"late")
    time.sleep(0.2)
    os._exit(5)
signal.setitimer(signal.ITIMER_REAL, 0.1)
print(os.read(reader, 10), calls)
signal.setitimer(signal.ITIMER_REAL, 0.05)
print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), calls)


def give_up(number, frame):
    raise TimeoutError("nothing to read")


signal.signal(signal.SIGALRM, give_up)
signal.setitimer(signal.ITIMER_REAL, 0.1)
try:
    os.read(reader, 10)
except TimeoutError as error:
    print(error)
