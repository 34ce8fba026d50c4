# Sorting: keys, stability, order of comparisons' effects.
people = [("Ann", 30), ("Bob", 25), ("Cid", 30), ("Dan", 25), ("Eve", 35)]
print(sorted(people, key=lambda p: p[1]))
print(sorted(people, key=lambda p: p[1], reverse=True))
print(sorted(sorted(people, key=lambda p: p[0], reverse=True), key=lambda p: p[1]))
print(sorted(people, key=lambda p: (-p[1], p[0])))
class Item:
    def __init__(self, k, tag): self.k, self.tag = k, tag
    def __lt__(self, other): return self.k < other.k
    def __repr__(self): return f"{self.k}{self.tag}"
items = [Item(2, "a"), Item(1, "b"), Item(2, "c"), Item(1, "d")]
print(sorted(items), sorted(items, reverse=True), min(items), max(items))
print(sorted([True, False, 2, 0.5]), sorted(["10", "9", "1"]), sorted(["b", "B", "a", "A"]), sorted("hello world".split(), key=len), sorted([(2, "b"), (1, "z"), (2, "a")]), sorted([[3], [1, 2], []]))
calls = []
def key(x):
    calls.append(x)
    return -x
print(sorted([1, 3, 2], key=key), calls)
l = [3, 1, 2]
print(l.sort(), l)
try:
    sorted([1, "a", 2])
except TypeError as error:
    print(error)
try:
    sorted([1, 2], key=lambda x: 1 / 0)
except ZeroDivisionError as error:
    print(error)
def evil(x):
    mutated.append(x)
    return x
mutated = [2, 1]
try:
    mutated.sort(key=evil)
except ValueError as error:
    print(error)
import random
random.seed(1)
big = [random.randrange(100) for _ in range(300)]
assert sorted(big) == sorted(sorted(big, reverse=True))
pairs = sorted(((n % 7, i) for i, n in enumerate(big)), key=lambda p: p[0])
assert all(a[1] < b[1] for a, b in zip(pairs, pairs[1:]) if a[0] == b[0])
print("stable")
