def a(x):
    return b(x) + 1


def b(x):
    return c(x) + 1


def c(x):
    return d(x, 1)


def d(x, y=0, *, z=1):
    return x + y + z


total = 0
for i in range(200_000):
    total += a(i)
assert total == 200_000 * 199_999 // 2 + 4 * 200_000
