# A round robin of generators.
from collections import deque
def worker(name, steps):
    for n in range(steps):
        print(name, n)
        received = yield n
        if received:
            print(name, "received", received)
    return f"{name} done"
def scheduler(tasks):
    queue = deque(tasks)
    results = []
    while queue:
        name, task = queue.popleft()
        try:
            step = next(task)
        except StopIteration as stop:
            results.append(stop.value)
        else:
            queue.append((name, task))
    return results
print(scheduler([("a", worker("a", 2)), ("b", worker("b", 3)), ("c", worker("c", 1))]))
def consumer():
    total = 0
    try:
        while True:
            total += yield total
    except GeneratorExit:
        print("total", total)
        raise
c = consumer()
next(c)
for n in (1, 2, 3):
    print(c.send(n))
c.close()
def delegator():
    results = []
    for n in (1, 2):
        results.append((yield from worker(f"w{n}", 1)))
    return results
d = delegator()
try:
    while True:
        next(d)
except StopIteration as stop:
    print(stop.value)
print(d.gi_running)
