# enumerate, zip, map, filter, reversed over builtin and other iterators; objects with methods in builtins.
print([type(x).__name__ for x in (enumerate([]), zip(), map(str, []), filter(None, []), reversed([]), reversed(()), iter([]), iter({}), iter(int, 1))])
print(isinstance(enumerate([1]), enumerate), type(zip()) is zip)
print(list(enumerate("abc", 5)), list(zip("ab", [1,2,3])), list(map(lambda a,b:a+b, [1,2],[3,4])), list(filter(None,[0,1,2,""])))
def g():
    yield 1
    yield 2
print(list(enumerate(g())), list(zip(g(), "xy", strict=True)), list(map(str, g())), list(filter(lambda v: v>1, g())))
for s in (([1,2],[1]),([1],[1,2]),([1],[1],[1,2]),([1],[1],[])):
    try: print(list(zip(*s, strict=True)))
    except ValueError as e: print(e)
    try: print(list(zip(*[(x for x in q) for q in s], strict=True)))
    except ValueError as e: print(e)
class Seq:
    def __init__(self): self.n = 3
    def __len__(self): return self.n
    def __getitem__(self, i):
        if i >= 3: raise IndexError
        return i * 10
print(list(reversed(Seq())), list(Seq()), 10 in Seq(), 11 in Seq(), list(enumerate(Seq())))
it = iter(Seq()); print(next(it), list(it), list(it), type(it).__name__)
it = iter([1,2,3].pop, 1); print(list(it), list(it), type(it).__name__)
def boom(): raise StopIteration
print(list(iter(boom, 1)))
print(list(map(lambda x: boom() if x > 2 else x, [1,2,3,4])))
e = enumerate([1,2], start=2**70); print(next(e), next(e), next(e, 'end'))
print(list(reversed(range(0,10,3))), list(reversed("añb")), list(reversed({1:2,3:4})), list(reversed({1:2,3:4}.items())), list(reversed(b"ab")))
for bad in (lambda: enumerate(), lambda: enumerate(1), lambda: zip(1), lambda: map(1), lambda: map(str), lambda: map(str,1), lambda: filter(1), lambda: reversed({1}), lambda: reversed(1), lambda: reversed(g()), lambda: zip([], foo=1), lambda: iter(1), lambda: iter(1, 2), lambda: enumerate([], "a"), lambda: next(1), lambda: next([]), lambda: iter(), lambda: next(), lambda: reversed(), lambda: list(zip([1],2)), lambda: 1 in 2, lambda: 1 in object(), lambda: 1 in int, lambda: enumerate([], foo=1), lambda: iter(1,2,3), lambda: next(iter([]),1,2)):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
d = {1:1, 2:2}
try:
    for k in d: d[k+10]=1
except RuntimeError as e: print(e)
d = {1:1, 2:2}
try:
    for k in d:
        del d[k]; d[k+10]=1
except RuntimeError as e: print(e)
s={1,2}
try:
    for k in s: s.add(k+5)
except RuntimeError as e: print(e)
try:
    for k in reversed(d): d[k+100]=1
except RuntimeError as e: print(e)
class V:
    def __init__(self, v): self.v=v
    def __add__(self,o): return V(self.v+(o.v if isinstance(o,V) else o))
    def __radd__(self,o): return V(self.v+o)
    def __lt__(self,o): return self.v<o.v
    def __gt__(self,o): return self.v>o.v
    def __eq__(self,o): return isinstance(o,V) and self.v==o.v
    def __hash__(self): return hash(self.v)
    def __repr__(self): return f"V{self.v}"
vs=[V(3),V(1),V(2)]
print(sum(iter(vs)), max(iter(vs)), min(vs), sorted(iter(vs)), sorted(vs, reverse=True), max(*vs), min(iter(vs), key=lambda v:-v.v), max([], default=7), set(iter(vs))==set(vs), len(set(iter(vs+vs))))
a={V(1),V(2)}; b={V(2),V(3)}
print(len(a|b), a&b, a-b, len(a^b), a<=b, a.issubset(iter(vs)), a.union(iter(b))==a|b, a.isdisjoint(b), a=={V(2),V(1)})
a|=b; print(len(a)); a-={V(1)}; print(len(a)); a&={V(2)}; print(a); a^={V(2),V(5)}; print(a)
print(dict(iter([(V(1),2),(V(1),3)])), {V(1):1}|{V(1):2}, [V(1),V(2)].index(V(2)), [V(1)].count(V(1)), V(2) in [V(2)], V(1) in {V(1):2}.keys(), V(1) in {V(1):2}.values(), (V(1),2) in {V(1):2}.items())
