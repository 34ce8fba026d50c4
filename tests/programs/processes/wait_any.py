# Waiting for any child, without waiting, and for a child that there is not.
import os

try:
    os.waitpid(-1, 0)
except ChildProcessError as error:
    print(repr(error))

r, w = os.pipe()
pid = os.fork()
if pid == 0:
    os.close(w)
    os.read(r, 1)
    os._exit(4)
os.close(r)
print(os.waitpid(pid, os.WNOHANG))
print(os.waitpid(-1, os.WNOHANG))
os.close(w)
found, status = os.wait()
print(found == pid, os.WEXITSTATUS(status))
try:
    os.waitpid(pid, 0)
except ChildProcessError as error:
    print(error)

children = []
for code in (1, 2, 3):
    pid = os.fork()
    if pid == 0:
        os._exit(code)
    children.append(pid)
codes = {}
for _ in children:
    pid, status = os.wait()
    codes[pid] = os.waitstatus_to_exitcode(status)
print([codes[pid] for pid in children])
