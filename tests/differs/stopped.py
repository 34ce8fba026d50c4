import os
import signal

pid = os.fork()
if pid == 0:
    signal.pause()
try:
    os.kill(pid, signal.SIGSTOP)
    print("stopped", os.WIFSTOPPED(os.waitpid(pid, os.WUNTRACED)[1]))
except OSError as error:
    print(error)
os.kill(pid, signal.SIGKILL)
os.waitpid(pid, 0)
