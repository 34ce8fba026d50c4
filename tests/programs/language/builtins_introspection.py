# type, isinstance, dir, vars, getattr, callable.
class A:
    x = 1
    def __init__(self): self.y = 2
    def m(self): pass
a = A()
print(type(a), type(a).__name__, type(A), isinstance(a, (int, A)), isinstance(A, type), issubclass(A, A), issubclass(A, (int, object)), callable(A), callable(a), callable(a.m))
print(vars(a), [n for n in dir(a) if not n.startswith("__")], [n for n in dir(A) if not n.startswith("__")], hasattr(a, "m"), getattr(a, "y"), getattr(a, "z", 5), "x" in vars(A))
setattr(a, "z", 3)
delattr(a, "y")
print(vars(a), hasattr(a, "y"), type(a)().y, a.__class__ is A, A.__name__, a.__class__.__name__)
print([type(v).__name__ for v in (1, 1.0, "a", b"a", bytearray(), [], (), {}, set(), frozenset(), None, True, ..., range(1), slice(1), len, A, a, a.m, lambda: 0, (x for x in []), iter([]), iter({}), iter(""), {}.keys(), {}.values(), {}.items(), zip(), map(str, []), filter(None, []), enumerate([]), reversed([]), NotImplemented, Exception(), property(), staticmethod(len), classmethod(len), super(A, a), memoryview(b""))])
def f(a, b=1, *c, d, **e):
    local = 1
    return sorted(locals())
print(f(1, d=2), f.__code__.co_name, f.__code__.co_argcount, f.__code__.co_varnames[:2], f.__defaults__, f.__kwdefaults__)
print(id(a) == id(a), a is a, hash(a) == hash(a), bool(a), str(type), repr(int))
print(isinstance(1, object), isinstance(None, type(None)), issubclass(bool, int), isinstance(True, (str, (int, float))), type(type(1)) is type)
