# weakref: references, containers of them, finalizers.
import gc
import weakref
from weakref import ReferenceType, WeakKeyDictionary, WeakMethod, WeakSet, WeakValueDictionary, finalize, getweakrefcount, getweakrefs, ref

def show(*actions):
    for action in actions:
        try:
            print(action())
        except Exception as error:
            print(type(error).__name__, error)

class Named:
    def __init__(self, name):
        self.name = name
    def __repr__(self):
        return f"Named({self.name!r})"
    def hello(self, greeting="hello"):
        return f"{greeting} from {self.name}"

class Equal(Named):
    def __eq__(self, other):
        return isinstance(other, Equal) and self.name == other.name
    def __hash__(self):
        return hash((1, len(self.name)))

# References.
a, b, c = Equal("a"), Equal("a"), Equal("c")
ra, rb, rc = ref(a), ref(b), ref(c)
print(ra == rb, ra != rb, ra == rc, ra != rc, ra == a, hash(ra) == hash(a), {ra: 1}[rb], rb in {ra}, rc in {ra}, ra is ref(a), type(ra) is ReferenceType is weakref.ref)
unhashed = ref(Equal("gone"))
show(lambda: hash(unhashed), lambda: hash(ref({1}.__class__)) == hash(set))
kept = hash(ra)
del a
print(ra(), hash(ra) == kept, ra == rb, ra == ra, ra != rb, repr(ra).endswith("; dead>"), repr(rb), ra.__callback__)
loud = ref(c, lambda reference: print("gone:", reference is loud, reference()))
print(loud.__callback__ is not None, loud is rc, loud == rc, getweakrefcount(c), [r is rc for r in getweakrefs(c)], getweakrefcount(5), getweakrefs(5))
later = ref(c, lambda reference: print("told first"))
print(getweakrefs(c) == [rc, later, loud], getweakrefs(c)[1] is later)
del c
print(loud.__callback__)
a_set = {1}
show(lambda: hash(ref(a_set)), lambda: ref(5), lambda: ref(a_set)() is a_set)

# Values.
values = WeakValueDictionary()
x, y = Named("x"), Named("y")
values["x"], values["y"], values["z"] = x, y, Named("z")
print(len(values), sorted(values), "z" in values, values["x"], values.get("z"), values.get("z", 1), list(values.items()), list(values.values()), list(values.keys()))
show(lambda: values["z"], lambda: values.pop("nothing"), lambda: values.pop("nothing", 7), lambda: values.setdefault("x", y), lambda: values.__delitem__("q"))
del x
print(dict(values), "x" in values, values == {"y": y}, values.copy() == values, repr(values).startswith("<WeakValueDictionary at 0x"), [r() for r in values.valuerefs()])
values.update(w=y, v=y)
print(list(values), values.popitem(), values.pop("w"), (values | {"u": y})["u"], len(values), bool(values))
values.clear()
print(len(values), list(values), bool(values))
show(lambda: values.popitem(), lambda: WeakValueDictionary({"a": 1}), lambda: WeakValueDictionary([("k", y)], l=y)["l"])
pool = [Named(number) for number in range(4)]
for number, each in enumerate(pool):
    values[number] = each
del each
for key, value in values.items():
    pool.clear()
    print(key, value, len(values.data))
value = None
print(len(values), len(values.data))
try:
    for key in values:
        values["new"] = y
except RuntimeError as error:
    print(error)

# Keys.
notes = WeakKeyDictionary()
k, m = Equal("k"), Equal("mm")
notes[k], notes[m], notes[Equal("nobody")] = "one", Named("two"), 3
print(len(notes), notes[Equal("k")], Equal("k") in notes, 5 in notes, sorted(notes.values(), key=str), sorted(notes.keys(), key=repr), notes.get(Equal("none"), "no"))
probe = ref(notes[m])
del m
print(probe(), len(notes), dict(notes), [r() for r in notes.keyrefs()], notes.setdefault(k, "other"), repr(notes).startswith("<WeakKeyDictionary at 0x"))
notes[Equal("k")] = "changed"
print(notes[k], len(notes), [key is k for key in notes])
none = Equal("none")
show(lambda: notes[none], lambda: notes[5], lambda: notes.pop(Equal("none"), None), lambda: notes.pop(k), lambda: len(notes), lambda: notes.popitem())

# Sets.
p, q, s = Equal("p"), Equal("q"), Equal("s")
some = WeakSet([p, q, Equal("lost")])
print(len(some), p in some, Equal("q") in some, s in some, 5 in some, sorted(some, key=repr))
def names(items):
    return sorted(item.name for item in items)
other = WeakSet([q, s])
print(names(some | other), names(some & other), names(some - other), names(some ^ other), some.isdisjoint(other), some <= some.union(other), some < some, some >= [p], some == WeakSet([q, p]))
print(names(some.union([s])), names(some.intersection([p, s])), names(some.difference([p])), names(some.symmetric_difference([p, s])), some.issubset([p, q, s]), some.issuperset([s]))
copy = some.copy()
copy |= [s]
copy.add(Equal("p"))
print(names(copy))
copy &= [s, p]
print(names(copy))
copy ^= [q, p]
print(names(copy))
copy -= [q]
print(names(copy), type(copy).__name__)
copy.discard(q)
show(lambda: copy.remove(p), lambda: copy.pop() is s, lambda: copy.pop(), lambda: copy.add(5), lambda: some | {5}, lambda: {5} | some, lambda: repr(WeakSet()))
del p
gc.collect()
print(names(some), len(some), some == {q}, some == WeakSet([q]))
for each in some:
    some.add(s)
    break
print(names(some))
some.clear()
print(len(some))

# Methods.
owner = Named("owner")
plain, method = ref(owner.hello), WeakMethod(owner.hello, lambda reference: print("method gone", reference is method))
print(plain(), method()(), method()("bye"), method == WeakMethod(owner.hello), hash(method) == hash(owner), method != WeakMethod(Named("x").hello))
show(lambda: WeakMethod(show), lambda: WeakMethod(print))
del owner
print(method(), method == method)

# Finalizers.
thing = Named("thing")
done = finalize(thing, print, "finalized", "thing", sep=": ")
print(done.alive, done.atexit, done.peek() == (thing, print, ("finalized", "thing"), {"sep": ": "}), repr(done))
second = finalize(thing, lambda: print("second is called first"))
detached = finalize(thing, print, "never")
print(detached.detach() == (thing, print, ("never",), {}), detached.alive, detached.detach(), detached.peek(), repr(detached), detached())
del thing
print(done.alive, done(), done.atexit, done.peek(), second.alive)
called = finalize(y, lambda number: number * 2, 21)
print(called(), called(), called.alive)
quiet = finalize(y, print, "not at exit")
quiet.atexit = False
print(quiet.atexit, quiet.alive)
finalize(y, print, "at exit, first made, last called")
finalize(y, lambda: 1 // 0)
finalize(y, print, "at exit, last made, first called")
show(lambda: finalize(5, print))
class Broken:
    pass
broken = Broken()
finalize(broken, lambda: 1 // 0)
del broken
print("end")
