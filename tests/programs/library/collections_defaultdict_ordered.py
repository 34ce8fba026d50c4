# defaultdict and OrderedDict.
from collections import defaultdict, OrderedDict
d = defaultdict(list)
d["a"].append(1)
d["b"]
print(d, d["a"], d.get("zz"), "zz" in d, len(d), d.default_factory)
n = defaultdict(int, x=5)
for ch in "hello":
    n[ch] += 1
print(n, dict(n), n.copy(), n | {"y": 1})
none = defaultdict()
try:
    none["k"]
except KeyError as error:
    print(repr(error))
try:
    defaultdict(5)
except TypeError as error:
    print(error)
tree = lambda: defaultdict(tree)
t = tree()
t["a"]["b"]["c"] = 1
print(t["a"]["b"]["c"], list(t), isinstance(t, dict))
nested = defaultdict(lambda: defaultdict(int))
nested["x"]["y"] += 1
print({k: dict(v) for k, v in nested.items()})

o = OrderedDict([("a", 1), ("b", 2), ("c", 3)])
o.move_to_end("a")
print(o)
o.move_to_end("c", last=False)
print(o, o.popitem(), o.popitem(last=False), o)
o["z"] = 26
print(o == OrderedDict(b=2, z=26), o == OrderedDict(z=26, b=2), o == {"z": 26, "b": 2}, list(reversed(o)))
for action in (lambda: o.move_to_end("none"), lambda: OrderedDict().popitem()):
    try:
        action()
    except KeyError as error:
        print(repr(error))
print(OrderedDict(), OrderedDict.fromkeys("ab", 0), o.copy(), o | {"q": 1}, list(o.items()), o.pop("z"), o.setdefault("w"))
class LRU(OrderedDict):
    def __init__(self, size):
        super().__init__()
        self.size = size
    def put(self, k, v):
        self[k] = v
        self.move_to_end(k)
        if len(self) > self.size:
            self.popitem(last=False)
cache = LRU(2)
for k in "abac":
    cache.put(k, k.upper())
print(cache)
