# A fork copies everything: what the child changes, the parent does not see.
import os

numbers = [1, 2, 3]
count = 0
pid = os.fork()
if pid == 0:
    numbers.append(4)
    count += 10
    print("child", numbers, count, flush=True)
    os._exit(0)
os.waitpid(pid, 0)
print("parent", numbers, count)
