# Conditional expressions and short circuits, nested.
def sign(x): return "neg" if x < 0 else "zero" if x == 0 else "pos"
print(sign(-1), sign(0), sign(1))
print([("even" if n % 2 == 0 else "odd") for n in range(3)], (1 if True else 2) + 3, 1 if True else 2 + 3, (lambda: "a" if 0 else "b")())
value = None
print(value or "default", value and value.x, (value if value is not None else "none"), not value or "x", [] or [1] and [2])
def log(x, result):
    print("log", x, end=" ")
    return result
print(log(1, False) and log(2, True) or log(3, "third"))
print(log(1, True) if log(2, False) else log(3, "else"))
print(any([log(1, 0), log(2, 1)]), all(log(i, i) for i in (1, 0, 2)))
x = 5
print("big" if x > 3 and x < 10 else "other", x > 3 or 1 / 0, bool(x and not x), (x, -x)[x > 3], {True: "t", False: "f"}[x == 5])
print(1 < 2 if x else 0, [i if i else "zero" for i in range(2)], {k: (v if v else "-") for k, v in {"a": 0, "b": 1}.items()})
