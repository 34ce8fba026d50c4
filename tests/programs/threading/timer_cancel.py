# A cancelled timer ends at once and calls nothing.
import threading
import time

began = time.monotonic()
t = threading.Timer(30, print, ("never",))
t.start()
t.cancel()
t.join()
assert time.monotonic() - began < 5
u = threading.Timer(0.01, print, args=("called",))
u.start()
u.join()
u.cancel()
early = threading.Timer(0.01, print, args=("never",))
early.cancel()
early.start()
early.join()
print(t.is_alive(), t.finished.is_set(), u.args)
