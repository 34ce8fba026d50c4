# How threads are named when nobody names them.
import functools
import threading


def work():
    pass


class Callable:
    def __call__(self):
        pass


print(threading.Thread().name)
print(threading.Thread(target=work).name)
print(threading.Thread(target=lambda: None).name)
print(threading.Thread(target=Callable()).name)
print(threading.Thread(target=functools.partial(work)).name)
print(threading.Thread(target=work, name="mine").name)
print(threading.Thread(target=work, name=42).name)
print(threading.Thread(target=work, name="").name)
print(threading.Thread(target=len).name)
print(threading.Thread(target=[].append).name)
print(threading.Timer(1, work).name)
t = threading.Thread(name="before")
t.name = "after"
print(t.name)
t.name = 7
print(repr(t.name))
