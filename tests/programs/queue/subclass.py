# A queue in another order, by its four hooks.
import queue


class UniqueQueue(queue.Queue):
    def _init(self, maxsize):
        print("init", maxsize)
        self.items = {}

    def _qsize(self):
        return len(self.items)

    def _put(self, item):
        self.items[item] = None

    def _get(self):
        item = next(iter(self.items))
        del self.items[item]
        return item


q = UniqueQueue(3)
for item in "aab":
    q.put(item)
print(q.qsize(), q.full(), q.unfinished_tasks)
print(q.get(), q.get())
try:
    q.get_nowait()
except queue.Empty:
    print("empty")
