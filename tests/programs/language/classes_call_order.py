# __new__, __init__, __call__ of a class, and their arguments.
class A:
    def __new__(cls, *args, **kwargs):
        print("new", cls.__name__, args, kwargs)
        return super().__new__(cls)
    def __init__(self, *args, **kwargs):
        print("init", args, kwargs)
A(1, x=2)
class B(A):
    def __init__(self, a):
        super().__init__(a, b=1)
B(5)
class C:
    def __new__(cls): return A.__new__(A)
    def __init__(self): print("not called")
print(type(C()).__name__)
class D:
    def __init__(self, a, b=2): self.a, self.b = a, b
for call in (lambda: D(), lambda: D(1, 2, 3), lambda: D(c=1), lambda: D(1, a=2)):
    try:
        call()
    except TypeError as error:
        print(error)
print(vars(D(1)), vars(D(b=1, a=2)))
class E:
    pass
E.__init__ = lambda self, v: setattr(self, "v", v)
print(E(7).v)
instance = D.__new__(D)
print(vars(instance), isinstance(instance, D))
instance.__init__(3)
print(vars(instance))
