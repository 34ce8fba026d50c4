import os
import signal

import gevent
from gevent.event import Event

came = Event()


def handler(word, number=0):
    print("handler", word, number)
    gevent.sleep(0.01)
    came.set()


watcher = gevent.signal_handler(signal.SIGUSR1, handler, "word", number=3)
gevent.spawn_later(0.05, os.kill, os.getpid(), signal.SIGUSR1)
with gevent.Timeout(5):
    came.wait()
print("came")
watcher.cancel()
try:
    gevent.signal_handler(signal.SIGUSR1, 5)
except TypeError as error:
    print(error)
