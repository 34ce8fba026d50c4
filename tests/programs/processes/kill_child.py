# Signals end a child wherever it is.
import os
import time


def victim(function):
    pid = os.fork()
    if pid == 0:
        function()
        os._exit(0)
    return pid


def spin():
    while True:
        pass


r, w = os.pipe()
for name, function in (("sleeping", lambda: time.sleep(100)), ("reading", lambda: os.read(r, 1)), ("spinning", spin)):
    for signal in (9, 15):
        pid = victim(function)
        time.sleep(0.05)
        os.kill(pid, signal)
        status = os.waitpid(pid, 0)[1]
        print(name, os.WIFSIGNALED(status), os.WTERMSIG(status), os.waitstatus_to_exitcode(status))

try:
    os.kill(pid, 9)
except ProcessLookupError as error:
    print(repr(error))
try:
    os.kill(os.getpid(), 1000)
except OSError as error:
    print(repr(error))
print(os.kill(os.getpid(), 0))
