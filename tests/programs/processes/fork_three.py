# Three forks in a row make eight processes.
import os

r, w = os.pipe()
children = []
for _ in range(3):
    pid = os.fork()
    if pid == 0:
        children = []
    else:
        children.append(pid)
os.write(w, b"x")
for child in children:
    os.waitpid(child, 0)
if os.getppid() not in (0,) and len(children) == 3:
    os.close(w)
    print(len(os.read(r, 100)))
