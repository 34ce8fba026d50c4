# Comprehensions of every kind.
print([x * x for x in range(5)], {x % 3 for x in range(9)}, {x: x ** 2 for x in range(4)})
print([(x, y) for x in range(3) for y in range(x)])
print([x for x in range(20) if x % 2 if x % 3])
print([[j for j in range(i)] for i in range(4)])
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)])
print([y for x in [1, 2, 3] if (y := x * 10) > 10], y)
print({k: v for k, v in zip("abc", range(3))}, {v: k for k, v in {"a": 1}.items()})
print(sum(x for x in range(5)), max((len(w), w) for w in ["a", "ccc", "bb"]))
x = "outer"
print([x for x in range(3)], x)
def scope():
    n = 2
    return [n * i for i in range(3)]
print(scope())
class C:
    base = [1, 2]
    double = [b * 2 for b in base]
print(C.double)
print([f"{a}{b}" for a, b in [(1, 2), (3, 4)]], [a for a, *_ in [(1, 2, 3)]])
order = []
def log(v):
    order.append(v)
    return v
{log("k1"): log("v1"), log("k2"): log("v2")}
{log(k): log(k + "v") for k in "ab"}
print(order)
print([*range(3), *"ab"], {**{"a": 1}, "b": 2, **{"a": 3}}, (*[1], 2), {*[1], 2})
try:
    [1 / i for i in (1, 0)]
except ZeroDivisionError as error:
    print(error)
