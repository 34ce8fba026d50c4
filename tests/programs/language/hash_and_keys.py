# What can be a key.
class Point:
    def __init__(self, x, y): self.x, self.y = x, y
    def __eq__(self, o): return (self.x, self.y) == (o.x, o.y)
    def __hash__(self): return hash((self.x, self.y))
d = {Point(1, 2): "a"}
print(d[Point(1, 2)], Point(1, 2) in d, Point(2, 1) in d, len({Point(1, 1), Point(1, 1)}))
print({1: "a", 1.0: "b", True: "c"}, {"1": 1, 1: 2}, {(1, 2): 3}[(1, 2)], {None: 1}[None], {frozenset([1]): 2}[frozenset([1])], {b"a": 1}.get("a"))
calls = []
class Loud:
    def __init__(self, n): self.n = n
    def __hash__(self):
        calls.append(f"hash {self.n}")
        return 1
    def __eq__(self, other):
        calls.append(f"eq {self.n} {other.n}")
        return self.n == other.n
a, b = Loud("a"), Loud("b")
table = {a: 1}
table[b] = 2
print(calls)
calls.clear()
print(table[Loud("b")], calls)
class Default: pass
x = Default()
print({x: 1}[x], Default() in {x: 1}, hash(x) == hash(x))
class Broken:
    def __hash__(self): raise RuntimeError("no hash")
for key in ([], {}, set(), bytearray(), Broken(), ([],), slice(1)):
    try:
        {key: 1}
    except (TypeError, RuntimeError) as error:
        print(type(error).__name__, error)
print(hash(1) == hash(1.0) == hash(True), hash("a") == hash("a"), hash((1,)) == hash((1,)), hash(2 ** 61 - 1), hash(-2) == hash(-1), hash(float("inf")), hash(0.5) == hash(1 / 2))
