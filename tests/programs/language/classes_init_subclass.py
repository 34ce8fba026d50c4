# __init_subclass__ and __class_getitem__.
class Plugin:
    registry = {}
    def __init_subclass__(cls, /, name=None, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.registry[name or cls.__name__] = cls
class A(Plugin): pass
class B(Plugin, name="bee"): pass
class C(B): pass
print(sorted(Plugin.registry), Plugin.registry["bee"] is B)
try:
    class D(Plugin, other=1): pass
except TypeError as error:
    print(error)
try:
    class E(x=1): pass
except TypeError as error:
    print(error)
class Box:
    def __class_getitem__(cls, item):
        return f"{cls.__name__}[{item.__name__}]"
print(Box[int])
try:
    A[int]
except TypeError as error:
    print(error)
print(list[int], dict[str, int], tuple[int, ...])
