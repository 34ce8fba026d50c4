# A future's life: pending, running, finished.
import threading
from concurrent.futures import Future, ThreadPoolExecutor


def show(future):
    return repr(future).replace(f"{id(future):#x}", "ADDRESS")


gate = threading.Event()
begun = threading.Event()


def work():
    begun.set()
    gate.wait()
    return "text"


with ThreadPoolExecutor(1) as executor:
    first = executor.submit(work)
    second = executor.submit(lambda: 1 / 0)
    begun.wait()
    print(show(first), first.running(), first.done(), first.cancelled())
    print(show(second), second.running(), second.done(), second.cancelled())
    gate.set()
print(show(first), first.running(), first.done())
print(show(second))
f = Future()
f.cancel()
print(show(f))
print(f.set_running_or_notify_cancel(), show(f))
