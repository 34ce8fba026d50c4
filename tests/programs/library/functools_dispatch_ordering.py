# singledispatch, total_ordering.
from functools import singledispatch, singledispatchmethod, total_ordering

@singledispatch
def show(value):
    return f"object {value}"

@show.register(int)
def show_int(value):
    return f"int {value}"

@show.register(list)
@show.register(tuple)
def _(value):
    return f"sequence of {len(value)}"

class Animal: pass
class Dog(Animal): pass
show.register(Animal, lambda value: "animal")
print(show(1), show(True), show([1]), show((1, 2)), show("s"), show(Dog()), show(None), show_int(5))
print(show.dispatch(bool)(1), show.__name__, sorted(c.__name__ for c in show.registry))
try:
    show()
except TypeError as error:
    print(error)

class Printer:
    @singledispatchmethod
    def put(self, value):
        return "other"
    @put.register(int)
    def _(self, value):
        return f"int {value}"
print(Printer().put(3), Printer().put("x"))

@total_ordering
class Version:
    def __init__(self, n): self.n = n
    def __eq__(self, other): return self.n == other.n
    def __lt__(self, other):
        if not isinstance(other, Version):
            return NotImplemented
        return self.n < other.n
a, b = Version(1), Version(2)
print(a < b, a <= b, a > b, a >= b, a >= a, a <= a, a > a)
for root in ("__le__", "__gt__", "__ge__"):
    compare = {"__le__": lambda s, o: s.n <= o.n, "__gt__": lambda s, o: s.n > o.n, "__ge__": lambda s, o: s.n >= o.n}[root]
    cls = total_ordering(type("V", (), {"__init__": Version.__init__, "__eq__": Version.__eq__, root: compare}))
    x, y = cls(1), cls(2)
    print(root, x < y, x <= y, x > y, x >= y, y < x, y <= x, y > x, y >= x, x <= x, x < x)
try:
    a < 5
except TypeError as error:
    print(error)
try:
    total_ordering(type("None_", (), {}))
except ValueError as error:
    print(error)
