from multiprocessing import Queue
import time

queue = Queue()
item = [1]
queue.put(item)
got = queue.get()
print(got, got is item)
got.append(2)
print(item)
# What is changed before the feeder thread writes it may be sent changed.
class Counted:
    def __getstate__(self):
        return {"pickled": True}

queue.put(Counted())
print(vars(queue.get()))
