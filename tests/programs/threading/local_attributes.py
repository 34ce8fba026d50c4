# Setting, reading, deleting attributes, and __dict__.
import threading

data = threading.local()
data.a = 1
setattr(data, "b", 2)
print(data.__dict__, vars(data), getattr(data, "c", "default"))
data.__dict__["d"] = 4
print(data.d)
del data.a
for action in (lambda: data.a, lambda: data.nothing, lambda: delattr(data, "nothing")):
    try:
        action()
    except AttributeError as e:
        print(e)
try:
    data.__dict__ = {}
except AttributeError as e:
    print(e)
try:
    del data.__dict__
except AttributeError as e:
    print(e)
try:
    threading.local(1)
except TypeError as e:
    print(e)
print(type(data), repr(data).replace(f"{id(data):#x}", "ADDRESS"))
