# Builtins over iterables.
print(list(enumerate("ab")), list(enumerate("ab", start=5)), list(zip([1, 2, 3], "ab")), list(zip()), list(zip("a")), list(zip(*[(1, 2), (3, 4)])), list(map(str, [1, 2])), list(map(lambda a, b: a + b, [1, 2, 3], [10, 20])), list(filter(None, [0, 1, "", "a"])), list(filter(str.isdigit, "a1b2")), list(reversed([1, 2])), list(reversed("ab")))
print(sum([1, 2]), sum([], 5), sum([[1], [2]], []), sum([0.1] * 10), sum((1, 2.5)), max(3, 1), max([1, 5, 2]), max("b", "a", key=ord), max([], default=None), min("abc"), min([3, -1], key=abs), max([1, 2, 3], key=lambda x: -x), max((1, 2), (1, 3)), min([2, 1, 1]))
print(any([0, 1]), any([]), all([1, 0]), all([]), any(x > 2 for x in [1, 2, 3]), sorted("cab"), sorted([3, 1], reverse=True), sorted(["b", "A"], key=str.lower), len("abc"), abs(-3), abs(-2.5), divmod(17, 5), pow(2, 3), pow(2, 3, 5), round(3.14159, 2))
it = iter([1, 2])
print(next(it), next(it), next(it, "end"), list(it), list(iter(iter([1]))))
try:
    print(list(zip([1, 2], [1], strict=True)))
except ValueError as error:
    print(error)
try:
    print(list(zip([1], [1, 2], [1], strict=True)))
except ValueError as error:
    print(error)
lazy = map(print, ["not", "yet"])
print("before")
next(lazy)
m = map(lambda x: 1 // x, [1, 0])
print(next(m))
for action in (lambda: next(m), lambda: sum(["a"]), lambda: max(), lambda: max(1), lambda: max([1, "a"]), lambda: sorted(5), lambda: list(map(5, [1])), lambda: map(len), lambda: list(zip(1)), lambda: enumerate(), lambda: min([]), lambda: sum([1], "a"), lambda: any(5), lambda: reversed(5), lambda: next(5), lambda: filter(None), lambda: sorted([1], 5)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
