# Futures may be made and set by hand.
import threading
from concurrent.futures import Future, InvalidStateError

f = Future()
threading.Timer(0.02, f.set_result, [42]).start()
print(f.result(5))
for action in (lambda: f.set_result(1), lambda: f.set_exception(ValueError())):
    try:
        action()
    except InvalidStateError as e:
        print(str(e).replace(f"{id(f):#x}", "ADDRESS"))
g = Future()
print(g.set_running_or_notify_cancel(), g.running(), g.cancel())
g.set_exception(KeyError("k"))
print(repr(g.exception()))
h = Future()
h.cancel()
try:
    h.set_result(1)
except InvalidStateError as e:
    print(str(e).replace(f"{id(h):#x}", "ADDRESS"))
