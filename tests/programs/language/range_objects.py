# range: length, membership, slices, equality.
r = range(2, 20, 3)
print(r, list(r), len(r), r[0], r[-1], r[1:3], r[::-1], 5 in r, 6 in r, 5.0 in r, "a" in r, r.index(8), r.count(8), r.start, r.stop, r.step)
print(range(5), list(range(5, 0, -2)), list(range(0)), len(range(10 ** 15)), range(3) == range(0, 3), range(0) == range(2, 2), range(0, 3, 2) == range(0, 4, 2), hash(range(3)) == hash(range(0, 3, 1)), list(reversed(range(4))), bool(range(0)), max(range(5)), sum(range(101)))
print(10 ** 15 in range(10 ** 18), range(10)[2:8:2], range(True, 5), list(map(lambda x: x * x, range(3))), tuple(range(2)), [*range(3)], range(-3, 3)[-1])
for action in (lambda: range(), lambda: range(1, 2, 0), lambda: range(1.5), lambda: range("a"), lambda: r[50], lambda: r.index(99), lambda: range(1, 2, 3, 4), lambda: r + r, lambda: r < r, lambda: r.__setitem__(0, 1)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
