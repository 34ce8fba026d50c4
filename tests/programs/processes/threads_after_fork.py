# A forked child has threads of its own.
import os
import threading

total = 0


def add(n):
    global total
    total += n


def run(name):
    threads = [threading.Thread(target=add, args=(n,)) for n in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(name, total, threading.current_thread().name, flush=True)


run("before")
pid = os.fork()
if pid == 0:
    run("child")
    os._exit(0)
os.waitpid(pid, 0)
run("parent")
