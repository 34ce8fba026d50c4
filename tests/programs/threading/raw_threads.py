# _thread: threads without objects.
import _thread
import threading

lock = _thread.allocate_lock()
log = []


def work(a, b=0):
    log.append((a, b))
    lock.release()


for args in (((1,),), ((2,), {"b": 3})):
    lock.acquire()
    ident = _thread.start_new_thread(work, *args)
    assert type(ident) is int
lock.acquire()
print(log, type(lock) is _thread.LockType)
for bad in ((5, ()), (work, [1]), (work, (), [1])):
    try:
        _thread.start_new_thread(*bad)
    except TypeError as e:
        print(e)
