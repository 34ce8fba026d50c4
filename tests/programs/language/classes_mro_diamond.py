# The method resolution order of several bases.
class A:
    def who(self):
        return ["A"]
class B(A):
    def who(self):
        return ["B"] + super().who()
class C(A):
    def who(self):
        return ["C"] + super().who()
class D(B, C):
    def who(self):
        return ["D"] + super().who()

print(D().who())
print([c.__name__ for c in D.__mro__])
print([c.__name__ for c in D.mro()])

class X: pass
class Y: pass
class XY(X, Y): pass
class YX(Y, X): pass
try:
    class Impossible(XY, YX): pass
except TypeError as error:
    print(error)
try:
    class Twice(X, X): pass
except TypeError as error:
    print(error)
try:
    class Wrong(A, B): pass
except TypeError as error:
    print(error)

class Mixin:
    def save(self):
        return "saved " + self.name
class Model:
    name = "model"
class Item(Mixin, Model): pass
print(Item().save())
print(Item.__base__.__name__, [c.__name__ for c in A.__subclasses__()])
