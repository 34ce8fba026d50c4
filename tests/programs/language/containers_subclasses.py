# dir of containers; bounds beyond 64 bits; subclasses of containers; iterators in generators.
def t(*fs):
    for f in fs:
        try: print(f())
        except Exception as e: print(type(e).__name__, e)
t(lambda: [n for n in dir([]) if n[0]!="_"], lambda: [n for n in dir({}) if n[0]!="_"], lambda: [n for n in dir(set()) if n[0]!="_"], lambda: [n for n in dir(frozenset()) if n[0]!="_"], lambda: [n for n in dir(()) if n[0]!="_"])
def f(b,a):
    return dir(), vars()
print(f(1,2))
t(lambda: range(0,2**62,2**60)[1:3], lambda: list(range(2**62,2**62+3))[1:], lambda: [1,2,3][2**70:], lambda: [1,2,3][-2**70:2**70], lambda: [1,2,3][2**70])
l=list(range(20)); del l[::3]; print(l); del l[::-2]; print(l)
class L(list): pass
class D(dict):
    def __missing__(self,k): return k*2
class S(set): pass
class T(tuple): pass
x=L([1,2]); t(lambda: x+[3], lambda: type(x+x), lambda: x*2, lambda: x==[1,2], lambda: x.copy(), lambda: L("ab"), lambda: sorted(x), lambda: x.index(2), lambda: isinstance(x[0:1],L), lambda: repr(x), lambda: len(x), lambda: list(x), lambda: [*x], lambda: x<[5])
d=D(a=1); t(lambda: d["q"], lambda: d.get("q"), lambda: d|{"z":1}, lambda: type(d|{}), lambda: type(d.copy()), lambda: D.fromkeys("ab"), lambda: type(D.fromkeys("ab")), lambda: dict(d), lambda: "q" in d, lambda: d=={"a":1}, lambda: list(d), lambda: d.items())
s=S([1,2]); t(lambda: s|{3}, lambda: type(s|{3}), lambda: s.union([5]), lambda: s=={1,2}, lambda: s, lambda: s<={1,2,3}, lambda: 1 in s, lambda: sorted(s), lambda: s-{1}, lambda: {1}|s)
s|={9}; print(type(s), sorted(s))
q=T((1,2)); t(lambda: q+(3,), lambda: q==(1,2), lambda: hash(q)==hash((1,2)), lambda: q, lambda: q[0], lambda: type(q[:]), lambda: q.count(1), lambda: {q:1}[(1,2)])
for k,v in {"a":1}.items(): print(k,v)
a,*b,c=range(5); print(a,b,c)
print(list(zip(*[(1,2),(3,4)])), dict(enumerate("ab")), [i for i,(a,b) in enumerate(zip("ab","cd"))], list(map(None.__class__.__call__ if 0 else str, [1])))
print(enumerate([]).__class__, map.__name__, type(map(str,[])), repr(zip)[:20], isinstance(map(str,[]), map), callable(map))
gen=(i for i in [1,2]); e=enumerate(gen); print(next(e)); print(list(e)); print(next(e,None))
z=zip([1,2,3],[1]); print(list(z)); m=map(lambda a:a, iter([1,2])); print(next(m), list(m), next(m,"end"))
def gg():
    x = yield from enumerate("ab")
    y = yield from map(str,[1])
    yield from filter(None,[0,3])
print(list(gg()))
print(max(enumerate([3,9,2]), key=lambda p:p[1]), min(zip([3,1],"ab")), sum(map(int,["1","2"])), sorted(zip([2,1],"ab")), "".join(map(str,[1,2])), set(map(abs,[-1,1])), any(map(bool,[0,1])), tuple(filter(None,[1,0])), list(reversed(list(enumerate("ab")))), dict(map(lambda x:(x,x),[1])), (3,"x") in enumerate(["x"],3), [*map(str,[1])], len(list(zip(range(3),range(5)))))
