# Metaclasses: __new__, __init__, __call__, __prepare__.
class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kwargs):
        print("prepare", name, [b.__name__ for b in bases], kwargs)
        return {}
    def __new__(mcs, name, bases, namespace, **kwargs):
        namespace["added"] = name.lower()
        return super().__new__(mcs, name, bases, namespace)
    def __init__(cls, name, bases, namespace, **kwargs):
        print("init", name, [k for k in namespace if not k.startswith("__")])
        super().__init__(name, bases, namespace)
    def __call__(cls, *args):
        print("call", cls.__name__, args)
        return super().__call__(*args)
    def __len__(cls):
        return 99
    def __getitem__(cls, key):
        return (cls.__name__, key)
    def __iter__(cls):
        return iter("meta")
    def __contains__(cls, item):
        return item == 1
    def __repr__(cls):
        return f"<{cls.__name__}!>"
    @property
    def shout(cls):
        return cls.__name__.upper()

class A(metaclass=Meta, flag=True):
    def __init__(self, x=0):
        self.x = x
class B(A):
    pass
print(type(A).__name__, type(B).__name__, A.added, B.added)
print(A(5).x, len(B), A["k"], list(A), 1 in A, 2 in A, A, B.shout)
try:
    A().shout
except AttributeError as error:
    print(error)
class Singleton(type):
    instances = {}
    def __call__(cls, *args, **kwargs):
        if cls not in cls.instances:
            cls.instances[cls] = super().__call__(*args, **kwargs)
        return cls.instances[cls]
class Config(metaclass=Singleton):
    pass
print(Config() is Config())
Dynamic = type("Dynamic", (A,), {"y": 2})
print(Dynamic.y, type(Dynamic) is Meta)
class Even(type):
    def __instancecheck__(cls, x):
        return x % 2 == 0
    def __subclasscheck__(cls, c):
        return c is int
class E(metaclass=Even): pass
print(isinstance(4, E), isinstance(3, E), issubclass(int, E), issubclass(str, E))
class M1(type): pass
class M2(type): pass
class C1(metaclass=M1): pass
class C2(metaclass=M2): pass
try:
    class Clash(C1, C2): pass
except TypeError as error:
    print(error)
