# What an event says of itself, and a subclass of it.
import threading


class Signal(threading.Event):
    pass


for event in (threading.Event(), Signal()):
    print(repr(event).replace(f"{id(event):#x}", "ADDRESS"))
    event.set()
    print(repr(event).replace(f"{id(event):#x}", "ADDRESS"))
