# A child that ends by itself runs what was registered for the end, as its parent does; one that leaves at once does not.
import atexit
import os

atexit.register(lambda: print("at the end of", "the child" if os.getpid() != parent else "the parent"))
parent = os.getpid()
for leave in (False, True):
    pid = os.fork()
    if pid == 0:
        print("child", flush=True)
        if leave:
            os._exit(0)
        break
    os.waitpid(pid, 0)
