# Unpacking assignments.
a, b = 1, 2
a, b = b, a
(c, (d, e)), f = (3, (4, 5)), 6
[g, h] = "xy"
first, *middle, last = range(5)
*start, end = [1]
head, *tail = "a"
print(a, b, c, d, e, f, g, h, first, middle, last, start, end, head, tail)
i = j = k = []
i.append(1)
print(j is k, k)
x, y = {"p": 1, "q": 2}
print(x, y)
items = [0, 0]
items[0], items[1] = "ab"
print(items)
index = 0
index, items[index] = 1, "set"
print(index, items)
for n, (m, *o) in [(1, (2, 3, 4)), (5, (6,))]:
    print(n, m, o)
class O: pass
o = O()
o.a, o.b = 1, 2
print(vars(o))
for bad in ((lambda: [1, 2, 3]), (lambda: [1]), (lambda: 5), (lambda: {1: 2, 3: 4, 5: 6})):
    try:
        p, q = bad()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
try:
    p, q, *r = [1]
except ValueError as error:
    print(error)
try:
    p, q = iter([1, 2, 3])
except ValueError as error:
    print(error)
print(*[1, 2], *"ab", sep="-")
(only,) = [9]
print(only)
