# A future can be cancelled as long as its call has not begun.
import threading
from concurrent.futures import CancelledError, ThreadPoolExecutor

gate = threading.Event()
begun = threading.Event()


def work():
    begun.set()
    gate.wait()


with ThreadPoolExecutor(1) as executor:
    running = executor.submit(work)
    waiting = executor.submit(print, "never")
    begun.wait()
    print(running.cancel(), waiting.cancel(), waiting.cancel(), waiting.cancelled(), waiting.done())
    gate.set()
print(running.cancel(), running.cancelled())
for action in (waiting.result, waiting.exception):
    try:
        action()
    except CancelledError as e:
        print(repr(e))
