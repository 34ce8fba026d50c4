# A thread whose own attribute hides a method of Thread fails in join(), famously.
import threading


class Stoppable(threading.Thread):
    def __init__(self):
        super().__init__()
        self._stop = threading.Event()

    def run(self):
        self._stop.wait()


t = Stoppable()
t.start()
t._stop.set()
try:
    t.join()
except TypeError as e:
    print(e)
