# An orphan has another parent than before.
import os

r, w = os.pipe()
pid = os.fork()
if pid == 0:
    parent = os.getpid()
    wait_r, wait_w = os.pipe()
    if os.fork() == 0:
        os.close(wait_w)
        # Nobody writes; it ends with the parent.
        os.read(wait_r, 1)
        os.write(w, b"same" if os.getppid() == parent else b"another")
        os._exit(0)
    os._exit(0)
os.close(w)
os.waitpid(pid, 0)
print(os.read(r, 100))
