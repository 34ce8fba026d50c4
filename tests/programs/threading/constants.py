# What the module offers beside classes.
import _thread
import threading

assert threading.TIMEOUT_MAX > 1_000_000
assert threading.ThreadError is RuntimeError is _thread.error
assert issubclass(threading.BrokenBarrierError, RuntimeError)
assert type(threading.Lock()) is type(_thread.allocate_lock())
assert threading.get_ident() == _thread.get_ident()
try:
    threading.Lock().acquire(timeout=threading.TIMEOUT_MAX * 2)
except OverflowError as e:
    print(e)
for name in sorted(set(threading.__all__) - {"setprofile", "settrace", "gettrace", "getprofile"}):
    assert hasattr(threading, name), name
print("ok")
