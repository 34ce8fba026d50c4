# join(timeout) always returns None; is_alive() tells what happened.
import threading
import time

gate = threading.Event()
t = threading.Thread(target=gate.wait)
t.start()
began = time.monotonic()
assert t.join(0.05) is None
assert time.monotonic() - began >= 0.05
assert t.is_alive()
t.join(0)
t.join(-1)
t.join(timeout=0.01)
assert t.is_alive()
gate.set()
t.join(5)
assert not t.is_alive()
print("ended")
