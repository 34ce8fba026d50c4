# status 3
# CPython would wait for ever.
import threading

lock = threading.Lock()
lock.acquire()
lock.acquire()
