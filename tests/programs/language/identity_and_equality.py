# is, ==, and copies.
a = [1, 2]
b = a
c = list(a)
d = a[:]
print(a is b, a == c, a is c, d is not a, a is not None)
b.append(3)
print(a, c)
x, y = None, None
print(x is y, True is not False, type(1) is int, type(True) is bool)
def f(p, q=a):
    p.append("changed")
    return q is a
l = []
print(f(l), l)
s = "abc"
t = s
s += "d"
print(s, t)
n = 5
m = n
n += 1
print(n, m)
u = (1, [2])
v = u
v[1].append(3)
print(u is v, u)
outer = [[0]] * 2
outer[0][0] = 1
inner = [[0] for _ in range(2)]
inner[0][0] = 1
print(outer, inner)
nan = float("nan")
print(nan == nan, nan in [nan], [nan] == [nan], nan is nan, {nan: 1}[nan])
print(1 == 1.0 == True, 0 == False, "1" == 1, [] == (), None == 0, 1 != "1", {1: 1} == {1.0: True})
class Eq:
    def __eq__(self, other): return "truthy"
print(Eq() == 1, 1 == Eq(), Eq() != 1, Eq() in [1], [Eq()] == [2])
