import os
import time

WAIT = True  # @param {type:"boolean", label:"The parent waits", label_zh:"父进程等待"}
CHILD = 0.1  # @param [0, 0.1, 0.5] {label:"The child takes (s)", label_zh:"子进程耗时（秒）"}

n = 1
print("before: I am", os.getpid(), flush=True)
pid = os.fork()
if pid == 0:
    print("child: fork gave 0, I am", os.getpid(), "and my parent is", os.getppid(), flush=True)
    time.sleep(CHILD)
    n += 100
    print("child: n is", n, "and my parent is", os.getppid(), flush=True)
    os._exit(7)
n += 1
print("parent: fork gave", pid, "and I am", os.getpid(), flush=True)
print("parent: n is", n, flush=True)
if WAIT:
    ended, status = os.waitpid(pid, 0)
    print("child", ended, "ended with", os.waitstatus_to_exitcode(status))
