"""A lambda with a `yield` of its own, wherever that is, makes a generator."""

call = lambda: (yield)()
g = call()
print(type(g).__name__, next(g))
try:
    g.send(lambda: "called")
except StopIteration as stop:
    print(stop.value)
print(list((lambda: [(yield 1), f"{(yield 2)}", not (yield 3)])()))
g = (lambda numbers: (yield from numbers).real)([6])
print(next(g))
inner = lambda: lambda: (yield 4)
print(type(inner()).__name__, list(inner()()))
default = lambda: lambda x=(yield 5): x
print(list(default()))
print(type((lambda: [x for x in (yield)])()).__name__)
