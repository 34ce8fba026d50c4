# Generators as pipelines, lazily evaluated.
def read():
    for n in range(1, 6):
        print("read", n)
        yield n
def double(items):
    for item in items:
        print("double", item)
        yield item * 2
def only_big(items, limit):
    return (item for item in items if item > limit)
for value in only_big(double(read()), 4):
    print("got", value)
    if value > 7:
        break
def window(items, n):
    buffer = []
    for item in items:
        buffer.append(item)
        if len(buffer) == n:
            yield tuple(buffer)
            buffer.pop(0)
print(list(window(range(5), 3)))
def primes():
    found = []
    n = 2
    while True:
        if all(n % p for p in found):
            found.append(n)
            yield n
        n += 1
p = primes()
print([next(p) for _ in range(10)])
def tree(depth):
    if depth:
        yield from tree(depth - 1)
        yield depth
        yield from tree(depth - 1)
print(list(tree(3)))
first = (x for x in iter([1, 2, 3]))
print(next(first), list(first), list(first))
n = 10
g = (n + i for i in range(3))
n = 100
print(list(g))
source = [1, 2]
g = (x for x in source)
source.append(3)
print(list(g))
try:
    list(1 / x for x in [1, 0])
except ZeroDivisionError as error:
    print(error)
print(sum(x for x in range(10) if x % 2), max((len(w) for w in ["a", "bbb"]), default=0), "".join(c for c in "a1b2" if c.isalpha()), dict((k, v) for k, v in [(1, 2)]), any(print("checked", x) or x > 1 for x in range(5)))
