# __call__, __str__, __repr__, __format__, __bytes__ and conversions.
class Adder:
    def __init__(self, n):
        self.n = n
    def __call__(self, x, *, scale=1):
        return (x + self.n) * scale
print(Adder(3)(4), Adder(3)(4, scale=10), list(map(Adder(1), [1, 2])))

class Text:
    def __str__(self):
        return "str"
    def __repr__(self):
        return "repr"
    def __format__(self, spec):
        return f"format[{spec}]"
t = Text()
print(t, [t], str(t), repr(t), f"{t}", f"{t!r}", f"{t!s}", f"{t:>10}", format(t, "x"), "{:abc}".format(t), "%s %r" % (t, t))

class Numeric:
    def __int__(self): return 7
    def __float__(self): return 7.5
    def __index__(self): return 3
    def __bool__(self): return False
    def __round__(self, digits=None): return ("round", digits)
    def __trunc__(self): return 1
    def __floor__(self): return "floor"
    def __ceil__(self): return "ceil"
n = Numeric()
print(int(n), float(n), [10, 20, 30, 40][n], "abcd"[n], range(n), bin(n), hex(n), oct(n), bool(n), not n, round(n), round(n, 2))
import math
print(math.floor(n), math.ceil(n))
class BadStr:
    def __str__(self): return 5
    def __repr__(self): return 6
    def __bool__(self): return 1
for action in (lambda: str(BadStr()), lambda: repr(BadStr()), lambda: bool(BadStr()), lambda: f"{BadStr()}"):
    try:
        action()
    except TypeError as error:
        print(error)
class Plain: pass
try:
    format(Plain(), "x")
except TypeError as error:
    print(error)
for action in (lambda: int(Plain()), lambda: float(Plain()), lambda: [][Plain()], lambda: abs(Plain())):
    try:
        action()
    except TypeError as error:
        print(error)
