# How a child's end reads in the status of waitpid().
import os
import sys


def child(function):
    pid = os.fork()
    if pid == 0:
        function()
        os._exit(77)
    found, status = os.waitpid(pid, 0)
    assert found == pid
    return status


def leave():
    sys.exit(5)


for status in (0, 1, 3, 255, 256, 300, -1):
    word = child(lambda: os._exit(status))
    print(status, word, os.WIFEXITED(word), os.WEXITSTATUS(word), os.waitstatus_to_exitcode(word))

word = child(lambda: os.kill(os.getpid(), 9))
print(word, os.WIFEXITED(word), os.WIFSIGNALED(word), os.WTERMSIG(word), os.waitstatus_to_exitcode(word))

pid = os.fork()
if pid == 0:
    leave()
print(os.waitpid(pid, 0)[1] >> 8)

pid = os.fork()
if pid == 0:
    raise ValueError("in the child")
print(os.waitpid(pid, 0)[1] >> 8)

pid = os.fork()
if pid == 0:
    sys.exit("a message")
print(os.waitpid(pid, 0)[1] >> 8)
