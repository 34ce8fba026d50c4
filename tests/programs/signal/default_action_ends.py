import atexit
import os
import signal

atexit.register(print, "not reached")
pid = os.fork()
if pid == 0:
    os.kill(os.getpid(), signal.SIGTERM)
    print("not reached")
_, status = os.waitpid(pid, 0)
print(os.WIFSIGNALED(status), os.WTERMSIG(status) == signal.SIGTERM)
print("before", flush=True)
signal.raise_signal(signal.SIGTERM)
print("not reached")
