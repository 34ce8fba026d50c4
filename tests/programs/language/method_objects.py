# Methods as objects: bound, unbound, compared, stored.
class C:
    def __init__(self, n): self.n = n
    def get(self, extra=0): return self.n + extra
    @classmethod
    def make(cls, n=0): return cls(n)
    @staticmethod
    def helper(x): return x * 2
a, b = C(1), C(2)
m = a.get
print(m(), m(5), m.__self__ is a, m.__func__ is C.get, m.__name__, a.get == a.get, a.get is a.get, a.get == b.get)
a.n = 10
print(m(), C.get(b), C.get(b, 1), list(map(C.get, [a, b])), [f() for f in (a.get, b.get)])
print(C.make(5).n, a.make(6).n, C.make.__self__ is C, C.helper(4), a.helper(4), C.helper is a.helper)
handlers = {"get": a.get, "upper": "abc".upper, "append": [].append}
print(handlers["get"](), handlers["upper"](), handlers["append"](1))
bound = [].append
print(bound.__self__, bound.__name__, "x".join.__self__, str.upper("a"), list.append.__name__, int.__add__(1, 2), (5).__add__(3), "a".__len__(), [1].__contains__(1))
class D(C):
    get = lambda self: "lambda"
    alias = C.get
print(D(3).get(), D(3).alias(), D(3).alias.__name__)
def free(self): return ("free", self.n)
C.added = free
print(a.added(), hasattr(free, "__get__"), free.__get__(b)())
b.own = free
try:
    b.own()
except TypeError as error:
    print(error)
for call in (lambda: C.get(), lambda: a.get(1, 2), lambda: a.helper(), lambda: C.make(1, 2), lambda: str.upper(5), lambda: list.append(5, 1), lambda: "".join()):
    try:
        call()
    except TypeError as error:
        print(error)
