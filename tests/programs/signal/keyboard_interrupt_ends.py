import os
import signal
import atexit

atexit.register(print, "at exit")
print("before")
try:
    os.kill(os.getpid(), signal.SIGINT)
finally:
    print("finally")
print("not reached")
