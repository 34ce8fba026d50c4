# copy and deepcopy.
import copy
a = [1, [2, 3], {"k": [4]}, (5, [6])]
b, c = copy.copy(a), copy.deepcopy(a)
a[1].append("x")
a[2]["k"].append("y")
print(a, b, c, b[1] is a[1], c[1] is a[1])
t = (1, 2, "a")
print(copy.deepcopy(t) is t, copy.copy(t) is t, copy.deepcopy(([],)) is not None, copy.copy({1, 2}), copy.deepcopy({1: {2}}))
me = [1]
me.append(me)
d = copy.deepcopy(me)
print(d[1] is d, d is not me, d)
shared = [0]
x = copy.deepcopy([shared, shared])
print(x[0] is x[1])
class P:
    def __init__(self, x, items): self.x, self.items = x, items
p = P(1, [1, 2])
q, r = copy.copy(p), copy.deepcopy(p)
p.items.append(3)
print(q.items, r.items, type(q).__name__, q is not p, vars(r))
class Custom:
    def __init__(self, v): self.v = v
    def __copy__(self): return Custom("copied")
    def __deepcopy__(self, memo): return Custom(("deep", isinstance(memo, dict)))
print(copy.copy(Custom(1)).v, copy.deepcopy(Custom(1)).v, copy.deepcopy([Custom(1)])[0].v)
class Slots:
    __slots__ = ("a", "b")
s = Slots()
s.a = [1]
u = copy.deepcopy(s)
print(u.a, u.a is s.a, hasattr(u, "b"), copy.copy(s).a is s.a)
class L(list):
    pass
l = L([1, [2]])
l.tag = "t"
m = copy.deepcopy(l)
print(m, type(m).__name__, m.tag, m[1] is l[1], copy.copy(l), copy.copy(l).tag)
class D(dict):
    pass
print(type(copy.copy(D(a=1))).__name__, copy.deepcopy(D(a=[1])))
class Node:
    def __init__(self): self.next = self
n = copy.deepcopy(Node())
print(n.next is n)
from collections import deque, OrderedDict, Counter, defaultdict, namedtuple
N = namedtuple("N", "a b")
for v in (deque([1, [2]], 5), OrderedDict(a=[1]), Counter("aab"), defaultdict(list, k=[1]), N(1, [2])):
    w = copy.deepcopy(v)
    print(w, copy.copy(v), w == v)
def f(): pass
print(copy.copy(f) is f, copy.deepcopy(f) is f, copy.copy(int) is int, copy.deepcopy(5) == 5, copy.deepcopy(None))
class E(Exception): pass
e = copy.copy(E("m", 1))
print(repr(e))
def gen(): yield
try:
    copy.copy(gen())
except TypeError as error:
    print(error)
import threading
try:
    copy.deepcopy(threading.Lock())
except TypeError as error:
    print(error)
class State:
    def __init__(self): self.a, self.b = 1, 2
    def __getstate__(self): return {"a": self.a}
    def __setstate__(self, state): self.__dict__ = dict(state, restored=True)
print(vars(copy.copy(State())))
class Args:
    def __init__(self, x): self.x = x
    def __reduce__(self): return (Args, (self.x + 1,))
print(copy.copy(Args(1)).x)
