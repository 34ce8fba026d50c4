# A condition over a lock class of the program's own.
import threading


class TracingLock:
    def __init__(self):
        self.lock = threading.Lock()
        self.log = []

    def acquire(self, *args):
        self.log.append("acquire")
        return self.lock.acquire(*args)

    def release(self):
        self.log.append("release")
        self.lock.release()

    def __enter__(self):
        self.acquire()
        return self

    def __exit__(self, *args):
        self.release()


lock = TracingLock()
condition = threading.Condition(lock)
with condition as entered:
    print(entered is lock, condition.wait(0))
    condition.notify()
print(lock.log)
