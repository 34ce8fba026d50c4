# Items of a PriorityQueue compare by their own __lt__.
import queue


class Job:
    def __init__(self, priority, name):
        self.priority = priority
        self.name = name

    def __lt__(self, other):
        return self.priority < other.priority


q = queue.PriorityQueue()
for priority, name in ((5, "low"), (1, "high"), (3, "middle")):
    q.put(Job(priority, name))
print([q.get().name for _ in range(3)])
