# Where attributes are looked for.
import math
class A:
    x = "class"
    def f(self): return "method"
a = A()
print(a.x, "x" in a.__dict__)
a.x = "instance"
print(a.x, A.x)
del a.x
print(a.x)
a.f = lambda: "function in instance"
print(a.f(), A.f(a))
A.g = lambda self: ("added later", self is a)
print(a.g())
A.x = "changed"
print(a.x, A().x)
class B(A): pass
B.x = "own"
print(A.x, B.x, B().x)
del B.x
print(B.x)
print(getattr(a, "x"), getattr(a, "nope", None), hasattr(A, "f"), "f" in dir(a), "f" in vars(A), A.__dict__["x"])
b = B()
b.__class__ = A
print(type(b).__name__)
a.__dict__["weird name"] = 1
print(getattr(a, "weird name"), sorted(a.__dict__))
a.__dict__ = {"fresh": 1}
print(a.fresh, vars(a))
# Dunder methods are looked for in the class, not in the instance.
a.__len__ = lambda: 5
try:
    len(a)
except TypeError as error:
    print(error)
for name, call in (("int", lambda: (5).x), ("str", lambda: "a".foo), ("function", lambda: len.foo), ("class", lambda: A.foo), ("none", lambda: None.foo), ("set on int", lambda: setattr(5, "x", 1)), ("set on str", lambda: setattr("a", "x", 1)), ("set on builtin class", lambda: setattr(int, "x", 1))):
    try:
        call()
    except (AttributeError, TypeError) as error:
        print(name, type(error).__name__, error)
