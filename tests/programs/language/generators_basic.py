# Generators run step by step.
def steps():
    print("start")
    yield 1
    print("middle")
    yield 2
    print("end")
g = steps()
print(next(g))
print(next(g))
try:
    next(g)
except StopIteration:
    print("stopped")
print(next(g, "still stopped"))

def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
from_fib = fib()
print([next(from_fib) for _ in range(10)])

def chunks(items, n):
    for i in range(0, len(items), n):
        yield items[i:i + n]
print(list(chunks("abcdefg", 3)))
squares = (x * x for x in range(5) if x != 2)
print(squares.__class__.__name__, sum(squares), list(squares))

def nothing():
    return
    yield
print(list(nothing()))
def returns():
    yield 1
    return "result"
g = returns()
next(g)
try:
    next(g)
except StopIteration as stop:
    print(stop.value)
print(type(g).__name__, iter(g) is g)
