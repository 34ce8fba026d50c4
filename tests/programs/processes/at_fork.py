# Functions that are called around a fork.
import os

gate = os.pipe()

os.register_at_fork(before=lambda: print("before 1"), after_in_child=lambda: print("child 1", flush=True))
os.register_at_fork(before=lambda: print("before 2"), after_in_parent=lambda: print("parent 2", os.read(gate[0], 1)))
try:
    os.register_at_fork()
except TypeError as error:
    print(error)

pid = os.fork()
if pid == 0:
    os.write(gate[1], b"x")
    os._exit(0)
os.waitpid(pid, 0)
