# Classes as values: dictionaries of classes, factories, redefinition.
def make(name, value):
    class Made:
        def get(self): return value
    Made.__name__ = name
    Made.__qualname__ = name
    return Made
One, Two = make("One", 1), make("Two", 2)
print(One, Two().get(), One is not Two)
registry = {cls.__name__: cls for cls in (One, Two)}
print({name: cls().get() for name, cls in registry.items()})
class A: kind = "first"
old = A
class A: kind = "second"
print(old.kind, A.kind, old is A, old == A, isinstance(old(), A))
Dynamic = type("Dynamic", (old,), {"extra": 5, "hello": lambda self: f"hello {self.extra}"})
print(Dynamic.kind, Dynamic().hello(), Dynamic.__bases__, Dynamic.__module__)
class Conditional:
    if True:
        x = 1
    else:
        y = 2
    for i in range(3):
        pass
    squares = [n * n for n in range(3)]
    def f(self): return self.i
    z = x + i
print(Conditional.x, Conditional.i, Conditional.z, Conditional.squares, Conditional().f(), hasattr(Conditional, "y"))
print({One: "as key"}[One], One in {One}, sorted([Two, One], key=lambda c: c.__name__))
for call in (lambda: type("X", (5,), {}), lambda: type("X", (bool,), {}), lambda: type("X", (), 5), lambda: type(5, (), {}), lambda: type(1, 2)):
    try:
        call()
    except TypeError as error:
        print(error)
