# A timer calls a function later, in a thread of its own.
import threading
import time

began = time.monotonic()
log = []
t = threading.Timer(0.05, lambda *args, **kwargs: log.append((args, kwargs)), ["a"], {"b": 1})
assert isinstance(t, threading.Thread) and not t.daemon
assert (t.interval, t.args, t.kwargs, t.finished.is_set()) == (0.05, ["a"], {"b": 1}, False)
t.start()
t.join()
assert time.monotonic() - began >= 0.05
assert t.finished.is_set()
print(log)
