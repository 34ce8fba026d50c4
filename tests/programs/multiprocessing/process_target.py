import multiprocessing
import os


def child(greeting, name="nobody"):
    print(greeting, name, os.getpid() != parent, os.getppid() == parent)


parent = os.getpid()
process = multiprocessing.Process(target=child, args=("hello",), kwargs={"name": "you"})
print(process.pid, process.exitcode, process.is_alive(), process.name, process.daemon)
process.start()
process.join()
print(process.exitcode, process.is_alive(), process.pid != parent)
