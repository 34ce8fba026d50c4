# Threads are daemons when the thread that made them is, unless told otherwise.
import threading


def make():
    print(threading.Thread().daemon, threading.Thread(daemon=False).daemon)


for daemon in (False, True):
    t = threading.Thread(target=make, daemon=daemon)
    t.start()
    t.join()
print(threading.main_thread().daemon, threading.Timer(1, print).daemon)
