# __del__ and the end of references.
class D:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
a = D("a")
a = None
print("after a")
b = D("b")
c = b
del b
print("still referenced")
del c
print("gone")
def f():
    local = D("local")
    print("in f")
f()
print("after f")
D("temporary")
print("after temporary")
l = [D("x"), D("y")]
l.pop()
print("popped")
l.clear()
d = {"k": D("in dict")}
d["k"] = 1
def g():
    d = D("returned")
    return d
kept = g()
print("returned")
kept = D("second")
for n in range(2):
    x = D(f"loop {n}")
print("after loop")
del x
other = D("replaced")
other = D("replacement")
t = (D("t1"), D("t2"))
del t
def gen():
    held = D("held by generator")
    yield 1
    yield 2
it = gen()
next(it)
del it
print("generator gone")
try:
    raise ValueError(D("in error"))
except ValueError as error:
    print("caught")
print("error gone")
r = [D("first"), D("second")]
r[0] = None
def h(arg):
    print("in h")
h(D("argument"))
print("end")
