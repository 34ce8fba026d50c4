# groupby and tee.
from itertools import groupby, tee
print([(k, list(g)) for k, g in groupby("aaabbca")])
print([(k, [w for w in g]) for k, g in groupby(["apple", "avocado", "bee", "cat", "cow"], key=lambda w: w[0])])
print([k for k, g in groupby([1, 1, 2, 3, 3])], list(groupby([])))
groups = groupby("aabb")
k1, g1 = next(groups)
print(k1, next(g1))
k2, g2 = next(groups)
print(k2, list(g1), list(g2))
late = [(k, g) for k, g in groupby("aabbc")]
print([(k, list(g)) for k, g in late])
data = sorted([("x", 1), ("y", 2), ("x", 3)], key=lambda p: p[0])
print({k: [v for _, v in g] for k, g in groupby(data, lambda p: p[0])})
groups = groupby([0, 0, 1])
for k, g in groups:
    next(g)
print(k)
a, b = tee(iter([1, 2, 3]))
print(next(a), next(a), next(b), list(a), list(b))
a, b, c = tee(range(3), 3)
print(list(b), next(a), list(c), list(a))
print(tee([1], 0), [list(t) for t in tee("ab", 1)])
def produced():
    for n in range(3):
        print("make", n)
        yield n
a, b = tee(produced())
print(next(a), next(b), next(b))
print(list(a), list(b))
x, y = tee(a)
print(list(x), list(y))
try:
    tee([], -1)
except ValueError as error:
    print(error)
