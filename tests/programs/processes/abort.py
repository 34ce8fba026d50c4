import os

pid = os.fork()
if pid == 0:
    os.abort()
status = os.waitpid(pid, 0)[1]
print(os.WIFSIGNALED(status), os.WTERMSIG(status), os.WIFSTOPPED(status), os.WIFCONTINUED(status))
print(os.strerror(2), "|", os.strerror(10), "|", os.strerror(32), "|", os.strerror(9999))
print(os.sched_yield())
try:
    os.waitpid(-1, 0)
except ChildProcessError as error:
    print(error.errno, error.strerror == os.strerror(error.errno))
