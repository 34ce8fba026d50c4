# Augmented assignment to names, items and attributes.
x = 5
x += 2; x -= 1; x *= 3; x //= 2; x %= 5; x **= 3
print(x)
y = 10
y /= 4; print(y)
z = 6
z &= 3; z |= 8; z ^= 1; z <<= 2; z >>= 1
print(z)
s = "a"
s += "b"; s *= 2
print(s)
l = [1]
m = l
m += [2]
m *= 2
print(l, l is m)
m = m + [3]
print(l is m)
t = (1,)
u = t
u += (2,)
print(t, u)
d = {"k": 1}
d["k"] += 5
d |= {"j": 2}
print(d)
class C:
    n = 1
c = C()
c.n += 1
print(c.n, C.n)
def index():
    print("index evaluated once")
    return 0
q = [1]
q[index()] += 10
print(q)
st = {1}
st |= {2}; st -= {1}
print(st)
def f():
    g += 1
try:
    f()
except UnboundLocalError as error:
    print(error)
try:
    undefined += 1
except NameError as error:
    print(error)
try:
    x += "a"
except TypeError as error:
    print(error)
try:
    (1, 2)[0] += 1
except TypeError as error:
    print(error)
class I:
    def __iadd__(self, other): return "replaced"
i = I()
i += 1
print(i)
class N:
    def __iadd__(self, other): return NotImplemented
    def __add__(self, other): return "by add"
n = N()
n += 1
print(n)
