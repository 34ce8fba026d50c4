# An exception ends its thread, with a traceback on stderr; the program goes on.
import threading


def inner():
    return {}["missing"]


def f():
    inner()


t = threading.Thread(target=f)
t.start()
t.join()
print("alive:", t.is_alive())
