"""patch_time patches time and nothing else."""

from gevent import monkey

monkey.patch_time()

import threading
import time

import gevent

print(monkey.is_module_patched("time"), monkey.is_module_patched("threading"))
g = gevent.spawn(print, "greenlet")
time.sleep(0.01)
print("after sleep")
lock = threading.Lock()
print(type(lock).__module__)
