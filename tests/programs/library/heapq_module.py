# heapq: the heap as a list.
import heapq
h = []
for n in [5, 3, 8, 1, 9, 2, 7, 3]:
    heapq.heappush(h, n)
    print(h)
print(heapq.heappop(h), h, heapq.heappushpop(h, 0), heapq.heappushpop(h, 4), h, heapq.heapreplace(h, 100), h)
data = [9, 8, 7, 6, 5, 4, 3, 2, 1, 0]
heapq.heapify(data)
print(data, [heapq.heappop(data) for _ in range(10)])
print(heapq.nlargest(3, [1, 5, 2, 9]), heapq.nsmallest(2, ["bb", "a", "ccc"], key=len), heapq.nlargest(0, [1]), heapq.nsmallest(9, [2, 1]))
print(list(heapq.merge([1, 4, 7], [2, 5], [3, 6, 9])), list(heapq.merge("ca", "b", reverse=True)), list(heapq.merge(["a", "bbb"], ["cc"], key=len)))
tasks = []
for priority, name in [(2, "b"), (1, "a"), (3, "c"), (1, "z")]:
    heapq.heappush(tasks, (priority, name))
print([heapq.heappop(tasks) for _ in range(4)])
class Job:
    def __init__(self, p): self.p = p
    def __lt__(self, other): return self.p < other.p
jobs = [Job(p) for p in (3, 1, 2)]
heapq.heapify(jobs)
print([heapq.heappop(jobs).p for _ in range(3)])
for action in (lambda: heapq.heappop([]), lambda: heapq.heapreplace([], 1), lambda: heapq.heappush([1], "a")):
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error)
import random
random.seed(3)
values = [random.randrange(100) for _ in range(50)]
heapq.heapify(values)
print(values)
