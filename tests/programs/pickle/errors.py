import pickle
import queue
import sys
import threading


def outer():
    def inner():
        pass

    class Local:
        pass

    return inner, Local


def generator():
    yield


class Wrong:
    def __init__(self, reduced):
        self.reduced = reduced

    def __reduce__(self):
        return self.reduced


inner, Local = outer()
nameless = lambda: 0
other = generator


class Replaced:
    pass


replaced = Replaced


class Replaced:
    pass


class HasLock:
    def __init__(self):
        self.lock = threading.Lock()


for value in (
    inner, Local, Local(), nameless, threading.Lock(), threading.RLock(), HasLock(),
    generator(), sys, sys.stdout, {}.keys(), property(), classmethod(len), [nameless],
    threading.Event(), threading.Condition(), queue.Queue(), queue.SimpleQueue(),
    threading.Thread(), threading.local(), threading.Semaphore(),
    Wrong(3), Wrong((1,)), Wrong((1, ())), Wrong((int, [])), Wrong("nobody"), replaced,
):
    try:
        pickle.dumps(value)
    except Exception as error:
        print(f"{type(error).__module__}.{type(error).__name__}: {error}")
try:
    pickle.dumps(1, 6)
except ValueError as error:
    print(error)
