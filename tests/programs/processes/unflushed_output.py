# On a terminal, what was printed without the end of a line is copied by a fork, and comes out twice.
import os
import sys

print("half a line", end=" ")
pid = os.fork()
if pid == 0:
    print("child")
    sys.exit()
os.waitpid(pid, 0)
print("parent")

print("lost in the child", end=" ")
pid = os.fork()
if pid == 0:
    print("never seen", end="")
    os._exit(0)
os.waitpid(pid, 0)
print("kept in the parent")
