# Deleting containers deletes what only they hold, in order.
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
l = [D(1), D(2), D(3)]
del l[1]
print("one gone")
del l
print("list gone")
d = {"a": D("a"), "b": D("b")}
del d["a"]
d["b"] = D("new b")
d.clear()
print("dict gone")
t = (D("t1"), D("t2"))
t = None
class Holder:
    def __init__(self): self.x, self.y = D("x"), D("y")
h = Holder()
h.x = None
del h.y
h = None
def f():
    a = D("local a")
    b = D("local b")
    return "returned"
print(f())
x = [D("kept")]
y = x
x = None
print("still there")
y = None
s = {D("in set")}
s = None
D("unused")
z = D("swap 1"), D("swap 2")
p, q = z
z = None
p, q = q, p
p = None
q = None
c = (lambda held: lambda: held.n)(D("in closure"))
print(c())
c = None
print("end")
