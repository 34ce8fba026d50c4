# A child that has ended is there until somebody waits for it.
import os
import time

pid = os.fork()
if pid == 0:
    os._exit(9)
time.sleep(0.1)
os.kill(pid, 0)
os.kill(pid, 15)
print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
try:
    os.kill(pid, 0)
except ProcessLookupError:
    print("gone")
