# What a barrier says of itself.
import threading
import time

barrier = threading.Barrier(3)
address = f"{id(barrier):#x}"
print(repr(barrier).replace(address, "ADDRESS"))
t = threading.Thread(target=lambda: barrier.wait())
threading.excepthook = lambda args: print(args.exc_type.__name__)
t.start()
while not barrier.n_waiting:
    time.sleep(0.001)
print(repr(barrier).replace(address, "ADDRESS"))
barrier.abort()
t.join()
print(repr(barrier).replace(address, "ADDRESS"))
