# set: methods, operators, errors.
s = {1, 2, 3}
s.add(4)
s.add(1)
s.discard(9)
s.remove(2)
s.update([7, 8], (9,))
print(s, len(s), 4 in s, s == {1, 3, 4, 7, 8, 9}, sorted(s), set(), set("a"), {1} == {1.0}, {True, 1, 1.0})
a, b = {1, 2, 3}, {2, 3, 4}
print(a | b, a & b, a - b, a ^ b, a.union([9]), a.intersection(b, [3]), a.difference(b), a.symmetric_difference(b), a <= {1, 2, 3, 4}, a < a, a >= {1}, a > {1}, a.issubset(b), a.issuperset({1}), a.isdisjoint({9}))
c = a.copy()
c |= {10}
c &= {1, 10, 2}
c -= {2}
c ^= {1, 5}
print(c, c is a, a)
c.difference_update([5])
c.intersection_update([10])
c.symmetric_difference_update({3})
print(sorted(c), c.pop() in (10, 3), len(c))
c.clear()
print(c, bool(c), {x % 3 for x in range(10)}, set(range(5)) - set(range(3)), frozenset([1, 2]) | {3}, type({1} | frozenset([2])).__name__, type(frozenset([2]) | {1}).__name__)
for action in (lambda: {[]}, lambda: {1}.remove(5), lambda: set().pop(), lambda: {1} | [2], lambda: {1} + {2}, lambda: {1} < [1], lambda: set(5), lambda: hash({1}), lambda: {1}.add([]), lambda: {1}.union(5)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
try:
    for x in a:
        a.add(x + 10)
except RuntimeError as error:
    print(error)
f = frozenset("ab")
print(len(f), hash(f) == hash(frozenset("ba")), {f: 1}[frozenset("ab")], f == {"a", "b"}, frozenset() == set(), {frozenset({1}), frozenset({1})})
try:
    f.add("c")
except AttributeError as error:
    print(error)
