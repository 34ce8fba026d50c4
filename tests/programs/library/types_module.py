# types: SimpleNamespace and the names of types.
import types
n = types.SimpleNamespace(a=1, b="x")
n.c = [1]
print(n, n.a, n == types.SimpleNamespace(a=1, b="x", c=[1]), vars(n))
del n.a
n.me = n
print(n)
print(hasattr(n, "a"))
def f(): pass
def g(): yield
class C:
    def m(self): return self
print(isinstance(f, types.FunctionType), isinstance(g(), types.GeneratorType), isinstance(C().m, types.MethodType), isinstance(len, types.BuiltinFunctionType), isinstance(types, types.ModuleType), types.NoneType is type(None), isinstance(lambda: 0, types.LambdaType))
print(types.FunctionType, types.GeneratorType, types.MethodType, types.ModuleType)
c = C()
print(types.MethodType(lambda self, x: (self is c, x), c)(5))
c.bound = types.MethodType(f.__class__ and (lambda self: "patched"), c)
print(c.bound())
Dynamic = types.new_class("Dynamic", (C,), {}, lambda ns: ns.update(x=1))
print(Dynamic.x, Dynamic().m() is not None, Dynamic.__name__)
proxy = types.MappingProxyType({"k": 1})
print(proxy["k"], len(proxy), list(proxy), proxy)
try:
    proxy["k"] = 2
except TypeError as error:
    print(error)
