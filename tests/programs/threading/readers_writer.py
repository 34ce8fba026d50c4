# A lock for many readers or one writer, made of a condition.
import threading


class ReadWriteLock:
    def __init__(self):
        self.condition = threading.Condition()
        self.readers = 0

    def acquire_read(self):
        with self.condition:
            self.readers += 1

    def release_read(self):
        with self.condition:
            self.readers -= 1
            if not self.readers:
                self.condition.notify_all()

    def __enter__(self):
        self.condition.acquire()
        self.condition.wait_for(lambda: not self.readers)

    def __exit__(self, *exc_info):
        self.condition.release()


lock = ReadWriteLock()
value = [0, 0]


def write():
    for _ in range(20):
        with lock:
            value[0] += 1
            value[1] += 1


def read():
    for _ in range(20):
        lock.acquire_read()
        assert value[0] == value[1]
        lock.release_read()


threads = [threading.Thread(target=f) for f in (write, read, write, read)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(value)
