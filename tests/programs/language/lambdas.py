# Lambda expressions take every kind of parameter.
print((lambda: 1)(), (lambda x: x * 2)(4), (lambda x, y=2, *z, k=1, **w: (x, y, z, k, w))(1, 2, 3, k=4, q=5))
add = lambda a: lambda b: a + b
print(add(1)(2))
print(sorted(["bb", "a", "ccc"], key=lambda s: -len(s)))
print(list(map(lambda x, y: x + y, [1, 2], [10, 20])))
print(list(filter(lambda x: x % 2, range(6))))
choose = lambda x: "big" if x > 10 else "small"
print(choose(5), choose(50))
factorial = lambda n: 1 if n < 2 else n * factorial(n - 1)
print(factorial(20))
try:
    (lambda x: x)()
except TypeError as error:
    print(error)
