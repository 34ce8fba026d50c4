# What semaphores say of themselves.
import threading

for s in (threading.Semaphore(3), threading.BoundedSemaphore(3), threading.Semaphore(0)):
    s.acquire(False)
    print(repr(s).replace(f"{id(s):#x}", "ADDRESS"))
