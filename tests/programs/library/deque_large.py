# A long deque: queues, bounds, rotation, indices over many steps.
from collections import deque
import random
random.seed(11)
model, d = [], deque()
for step in range(4000):
    action = random.randrange(9)
    if action < 3:
        d.append(step); model.append(step)
    elif action < 5:
        d.appendleft(step); model.insert(0, step)
    elif action == 5 and model:
        assert d.pop() == model.pop()
    elif action == 6 and model:
        assert d.popleft() == model.pop(0)
    elif action == 7:
        n = random.randrange(-5, 6)
        d.rotate(n)
        if model:
            n %= len(model)
            model[:] = model[len(model) - n:] + model[:len(model) - n]
    elif model:
        i = random.randrange(-len(model), len(model))
        assert d[i] == model[i]
        d[i] = model[i] = -step
assert list(d) == model and len(d) == len(model)
print(len(d), d[0], d[-1], d[len(d) // 2], sum(d), list(reversed(d))[:3])
graph = {n: [2 * n, 2 * n + 1] for n in range(1, 500)}
queue, seen = deque([1]), 0
while queue:
    node = queue.popleft()
    seen += node
    queue.extend(graph.get(node, ()))
print(seen)
recent = deque(maxlen=5)
for n in range(1000):
    recent.append(n)
print(recent)
people = deque(range(1, 201))
while len(people) > 1:
    people.rotate(-2)
    people.popleft()
print(people)
