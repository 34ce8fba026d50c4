# A bounded buffer by two conditions over one lock.
import threading
from collections import deque


class Buffer:
    def __init__(self, size):
        self.items = deque()
        self.size = size
        self.lock = threading.Lock()
        self.not_full = threading.Condition(self.lock)
        self.not_empty = threading.Condition(self.lock)

    def put(self, item):
        with self.not_full:
            self.not_full.wait_for(lambda: len(self.items) < self.size)
            self.items.append(item)
            self.not_empty.notify()

    def get(self):
        with self.not_empty:
            while not self.items:
                self.not_empty.wait()
            self.not_full.notify()
            return self.items.popleft()


buffer = Buffer(2)
total = []


def produce(start):
    for n in range(start, start + 10):
        buffer.put(n)


def consume():
    for _ in range(10):
        total.append(buffer.get())


threads = [threading.Thread(target=produce, args=(s,)) for s in (0, 100)]
threads += [threading.Thread(target=consume) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sum(total), len(total))
