# tuple: literals, methods, comparison.
t = (1, "a", [2])
print(t, (), (1,), 1, tuple("ab"), len(t), t[0], t[-1], t[1:], t + (5,), t * 2, "a" in t, t.index("a"), t.count(1), t == (1, "a", [2]), (1, 2) < (1, 3), (1,) < (1, 0), () < (0,))
t[2].append(3)
print(t, hash((1, 2)) == hash((1, 2)), {(1, 2): "k"}[1, 2], tuple(sorted((3, 1, 2))), tuple(reversed((1, 2))), max((3, 9, 2)), sum((1, 2)), (0,) or "x")
a, b = b, a = 1, 2
print(a, b)
for action in (lambda: t.__setitem__(0, 1), lambda: t[9], lambda: hash(([],)), lambda: t.index("zz"), lambda: t + [1], lambda: t.append(1)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
try:
    t[0] = 5
except TypeError as error:
    print(error)
try:
    t[2] += [4]
except TypeError as error:
    print(error, t)
try:
    del t[0]
except TypeError as error:
    print(error)
print(hash((1, "x")) is not None, (1, (2, (3,))), isinstance((), tuple))
