# Counter: counting and multiset arithmetic.
from collections import Counter
c = Counter("abracadabra")
print(c, c["a"], c["z"], len(c), c.total(), c.most_common(2), sorted(c.elements()))
c.update("aaa")
c.subtract({"a": 1, "q": 2})
print(c, Counter(a=3, b=1), Counter({"x": 2}), Counter())
a, b = Counter(a=3, b=1), Counter(a=1, b=2, c=4)
print(a + b, a - b, b - a, a & b, a | b, +Counter(a=0, b=-1, c=1), -Counter(a=-2, b=1))
print(a == Counter(b=1, a=3), a <= a, a < b, a >= b, Counter(a=0) == Counter(), a == {"a": 3, "b": 1})
a += b
a -= Counter(c=1)
print(a, dict(a), list(a), a.copy(), "a" in a)
del a["nothing"]
del a["a"]
print(a, a.most_common(), a.get("a"), a.pop("c"))
words = "the cat and the dog and the bird".split()
for word, n in Counter(words).most_common(3):
    print(word, n)
try:
    Counter.fromkeys("ab")
except NotImplementedError as error:
    print(error)
print(Counter([1, 1, "x"]), isinstance(c, dict), Counter(a=1) | Counter(a=5), sum([Counter("a"), Counter("b")], Counter()))
a |= Counter(z=9)
a &= Counter(z=5)
print(a)
