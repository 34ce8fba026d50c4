# * and ** in calls, displays and targets.
def f(*args, **kwargs): return args, kwargs
a, b, d = [1, 2], (3,), {"x": 1}
print(f(*a, 9, *b, k=1, **d, **{"y": 2}), f(*"ab", *range(2)), f(**{}), f(*[], **dict(z=1)), f(*{1: 2}), f(*(i for i in range(3))))
print([*a, *b, 0], (*a,), {*a, *b}, {**d, "y": 2, **{"x": 9}}, [*range(3), *"ab"], *a, sep="|")
first, *rest = a
*init, last = "abc"
x, *y, z = range(2)
print(first, rest, init, last, x, y, z)
for head, *tail in [(1, 2, 3), "ab", [5]]:
    print(head, tail)
print([*[], *()], max(*[1, 5, 2]), "{}-{}".format(*"ab"), "{k}".format(**{"k": 1}), dict(**d, q=3), print(*[]) is None)
index = {0: "a", 1: "b"}
print(index[0], (lambda *a, **k: (a, k))(*[1], **{"b": 2}))
def returns(): return 1, *a
print(returns(), (1, *a)[1])
for call in (lambda: f(**5), lambda: f(*5), lambda: f(**{1: 2}), lambda: f(x=1, **{"x": 2}), lambda: {**5}, lambda: [*5], lambda: len(*[1, 2]), lambda: int(**{"a": 1})):
    try:
        print(call())
    except TypeError as error:
        print(error)
t = 1,
u = *a,
print(t, u)
lst = [0, 0, 0]
lst[0], *lst[1:] = 7, 8, 9
print(lst)
