# NotImplemented and which operand is asked first.
class L:
    def __add__(self, other): print("L.__add__"); return NotImplemented
    def __lt__(self, other): print("L.__lt__"); return NotImplemented
    def __eq__(self, other): print("L.__eq__"); return NotImplemented
    __hash__ = None
class R:
    def __radd__(self, other): print("R.__radd__"); return "sum"
    def __gt__(self, other): print("R.__gt__"); return "greater"
    def __eq__(self, other): print("R.__eq__"); return NotImplemented
    __hash__ = None
print(L() + R())
print(L() < R())
print(L() == R())
print(L() != R())
try:
    R() + L()
except TypeError as error:
    print(error)

class Base:
    def __add__(self, other): return "Base.__add__"
    def __radd__(self, other): return "Base.__radd__"
class Derived(Base):
    def __radd__(self, other): return "Derived.__radd__"
class Quiet(Base):
    pass
# The reflected method of a subclass that overrides it comes first.
print(Base() + Derived(), Base() + Base(), Base() + Quiet())

class Everything:
    def __getattr__(self, name):
        raise AttributeError(name)
    def __rsub__(self, o): return ("rsub", o)
    def __rmul__(self, o): return ("rmul", o)
    def __rtruediv__(self, o): return ("rtruediv", o)
    def __rfloordiv__(self, o): return ("rfloordiv", o)
    def __rmod__(self, o): return ("rmod", o)
    def __rpow__(self, o): return ("rpow", o)
    def __rdivmod__(self, o): return ("rdivmod", o)
    def __rlshift__(self, o): return ("rlshift", o)
    def __rrshift__(self, o): return ("rrshift", o)
    def __rand__(self, o): return ("rand", o)
    def __ror__(self, o): return ("ror", o)
    def __rxor__(self, o): return ("rxor", o)
    def __rmatmul__(self, o): return ("rmatmul", o)
e = Everything()
print(1 - e, 2 * e, 3 / e, 4 // e, 5 % e, 6 ** e, divmod(7, e), 8 << e, 9 >> e, 10 & e, 11 | e, 12 ^ e, 13 @ e)
