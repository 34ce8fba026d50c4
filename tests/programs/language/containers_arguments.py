# Arguments and messages of the methods of list, tuple, range, slice, dict, set, frozenset.
def t(*fs):
    for f in fs:
        try: print(f())
        except Exception as e: print(type(e).__name__, e)
class I:
    def __init__(s, v): s.v=v
    def __index__(s): return s.v
l=[5,3,1,3]
t(lambda: l.index(3,2), lambda: l.index(3,-1), lambda: l.index(3,I(2)), lambda: l.index(9), lambda: l.index(5,1), lambda: l.index(), lambda: l.index(1,2,3,4), lambda: l.index(3,"a"), lambda: (1,2).index(3), lambda: (1,2,1).index(1,1), lambda: l.insert(I(1),7), lambda: l, lambda: l.pop(I(1)), lambda: l.pop(10), lambda: [].pop(), lambda: l.pop("a"), lambda: l.insert("a",1), lambda: l.remove(99), lambda: l*I(2), lambda: I(2)*l, lambda: "ab"*I(2), lambda: l*"a", lambda: l*1.5, lambda: l+(1,), lambda: (1,)+[1], lambda: l[I(1)], lambda: l[I(1):I(3)], lambda: l["a"], lambda: l[1.0], lambda: l[None], lambda: (1,2)[5], lambda: "abc"[10], lambda: l[10])
t(lambda: sorted([3,1,2], reverse=True), lambda: sorted([3,"a"]), lambda: sorted(["b","a"], key=str.lower) , lambda: sorted([1,2,3], key=lambda v:-v), lambda: [].sort(1), lambda: sorted(), lambda: sorted([1],foo=1), lambda: sorted([1],reverse="a"), lambda: sorted({3:1,1:2}), lambda: sorted("hello"), lambda: sorted([(1,"b"),(1,"a"),(0,"z")], key=lambda p:p[0], reverse=True), lambda: sorted([float("nan"),1,0.5,float("nan"),0]), lambda: sorted(range(200), key=lambda v:(v*7919)%101)[:20], lambda: sorted([I(1),I(2)]))
def mod():
    q=[3,1,2]
    def key(v):
        q.append(v); return v
    try: q.sort(key=key)
    except ValueError as e: print(e)
    return q
t(mod)
m=[1,2,3,4,5,6]
m[1:3]=[9]; print(m); m[::2]=[0,0,0]; print(m); del m[::2]; print(m); m[5:]=(7,8); print(m)
def a1(): m[::2]=[1]
def a2(): m[0:1]=5
def a3(): m["a"]=1
def a4(): m[10]=1
def a5(): del m[10]
def a6(): (1,2)[0]=1
def a7(): del "abc"[0]
def a8(): m[::0]=[]
def a9(): m[I(0)]=77
def a10(): m[I(0):I(1)]=iter([1,2])
def a11(): del m[I(0)]
def a12(): m[1:1]=m
t(a1,a2,a3,a4,a5,a6,a7,a8,a9,a10,a11,a12,lambda: m)
t(lambda: slice(1,10,2).indices(5), lambda: slice(None,None,-1).indices(5), lambda: slice(I(1)).indices(I(3)), lambda: slice(1).indices(-1), lambda: slice("a").indices(3), lambda: slice(1,2,0).indices(3), lambda: slice(1,2)==slice(1,2), lambda: slice(1,2)<slice(1,3), lambda: hash(slice(1)), lambda: slice(), lambda: slice(1,2,3,4), lambda: repr(slice(1,"a")))
r=range(0,20,3)
t(lambda: r.index(9), lambda: r.index(10), lambda: r.index("a"), lambda: r.count(9), lambda: r.count(9.0), lambda: r.count("a"), lambda: r[1:4], lambda: r[::-1], lambda: r[-1], lambda: r[10], lambda: r["a"], lambda: 9 in r, lambda: 9.0 in r, lambda: True in range(3), lambda: r==range(0,21,3), lambda: range(0)==range(5,5), lambda: hash(range(0))==hash(range(3,3)), lambda: len(range(10**10)), lambda: range(1.5), lambda: range(), lambda: range(1,2,0), lambda: range(1,2,3,4), lambda: r<r, lambda: range(I(3)), lambda: range(3,stop=4), lambda: r.start+r.stop+r.step, lambda: list(reversed(r)), lambda: range(5)[1:][1:], lambda: r+r, lambda: bool(range(0)), lambda: range(10)[2:5].index(3), lambda: [x for x in range(-3,4,2)], lambda: range(10,0,-3)[::2])
d={1:"a",2:"b"}
t(lambda: d.get(), lambda: d.get(1,2,3), lambda: d.get(5,"x"), lambda: d.pop(9), lambda: d.pop(9,None), lambda: d.pop(), lambda: {}.popitem(), lambda: d.setdefault(3), lambda: d, lambda: d.popitem(), lambda: d.update([(4,5)],k=1), lambda: d, lambda: d.update(5), lambda: d.update([1]), lambda: d.update([(1,2,3)]), lambda: d.update(1,2), lambda: dict([(1,2)],a=3), lambda: dict(1), lambda: dict(["ab","cd"]), lambda: dict([[1]]), lambda: dict(zip("ab",[1,2])), lambda: dict(1,2), lambda: dict.fromkeys("ab"), lambda: dict.fromkeys([1,2],0), lambda: dict.fromkeys(), lambda: dict.fromkeys(1), lambda: {[]:1}, lambda: d[[]], lambda: d["zz"], lambda: d|{9:9}, lambda: d|[1], lambda: d=={1:"a"}, lambda: d<d, lambda: d.keys()&[1,4], lambda: d.keys()-{1}, lambda: {1,2}-d.keys(), lambda: d.keys()|[7], lambda: d.items()&{(1,"a")}, lambda: d.keys()=={1,2,4,"k"}, lambda: d.keys()<={1,2,3,4,"k"}, lambda: d.keys().isdisjoint([5]), lambda: d.items().isdisjoint({(1,"a")}), lambda: d.values()==d.values(), lambda: d.keys()&5, lambda: d.keys()+[1], lambda: len(d.items()), lambda: d.keys(), lambda: d.values(), lambda: d.items(), lambda: ("k",1) in d.items(), lambda: 5 in d.values(), lambda: d.keys()^{1,99}, lambda: {1,2}<d.keys(), lambda: hash(d.keys()), lambda: d.copy() is d, lambda: d.clear(), lambda: d, lambda: list(reversed({1:1,2:2}.keys())), lambda: {1:1}.items()=={(1,1)}, lambda: {"a":1}.keys()>set())
e={1:1}; e|=[(2,2)]; print(e); e|={3:3}; print(e)
s={1,2,3}; f=frozenset([2,3,4])
t(lambda: s.union(), lambda: s.union([5],(6,),"a"), lambda: f.union(s), lambda: s|f, lambda: f|s, lambda: s|[1], lambda: s.intersection([1,2],[2]), lambda: s.difference([1],[2]), lambda: s.symmetric_difference([3,4]), lambda: s^f, lambda: s.update(), lambda: s.update([7],{8:1}), lambda: s, lambda: s.intersection_update([1,2,7]), lambda: s, lambda: s.difference_update([7]), lambda: s, lambda: s.symmetric_difference_update({2,9}), lambda: s, lambda: s.isdisjoint([100]), lambda: s.issubset([1,9,3]), lambda: s.issuperset([1]), lambda: s<=s, lambda: s<s, lambda: s<[1], lambda: s.union(1), lambda: s.isdisjoint(), lambda: s.symmetric_difference(), lambda: s.add(), lambda: s.add([]), lambda: s.remove(77), lambda: set().pop(), lambda: f.add(1), lambda: set(1), lambda: set([1],[2]), lambda: {1,[]}, lambda: hash(s), lambda: hash(f)==hash(frozenset({4,3,2})), lambda: s==f, lambda: set("ab")==frozenset("ba"), lambda: {frozenset({1})}, lambda: {1}in {frozenset({1})}, lambda: [] in s, lambda: s.discard([]), lambda: s-s, lambda: frozenset(), lambda: f.copy() is f, lambda: frozenset(f) is f, lambda: set(a=1), lambda: s.union(a=1), lambda: repr(set()), lambda: f-[1], lambda: s.__contains__(1), lambda: f.isdisjoint(iter([9])), lambda: set(range(30))-{1}&set(range(5)))
x={1,2}; y=x; x|={3}; x-={1}; x^={9}; x&={9,2}; print(x, y is x); x-=x; print(x)
z=frozenset({1}); w=z; w|={2}; print(z,w)
