# Less common dunder methods: __index__, __missing__, __length_hint__, __contains__, __reversed__, __round__.
class Index:
    def __index__(self): return 2
print([10, 20, 30][Index()], "abc"[Index()], (1, 2, 3)[:Index()], range(5)[Index()], [0] * Index(), bin(Index()), hex(Index()), int(Index()), chr(65 + Index().__index__()), list(range(Index())))
class R:
    def __reversed__(self): return iter("reversed")
    def __len__(self): return 3
    def __getitem__(self, i): return i
print("".join(reversed(R())), R()[5])
class Sized:
    def __len__(self): return 3
    def __getitem__(self, i):
        if i >= 3: raise IndexError
        return i * 2
print(list(reversed(Sized())), 4 in Sized(), 5 in Sized(), list(Sized()), max(Sized()))
class Divides:
    def __divmod__(self, other): return ("divmod", other)
    def __rdivmod__(self, other): return ("rdivmod", other)
    def __pow__(self, other, mod=None): return ("pow", other, mod)
print(divmod(Divides(), 2), divmod(3, Divides()), pow(Divides(), 2), pow(Divides(), 2, 5), Divides() ** 3)
class BadIndex:
    def __index__(self): return "x"
for call in (lambda: [1][BadIndex()], lambda: range(BadIndex()), lambda: "a" * 1.0, lambda: [1, 2][1:BadIndex()]):
    try:
        call()
    except TypeError as error:
        print(error)
class Ops:
    def __lshift__(self, o): return f"<< {o}"
    def __rrshift__(self, o): return f"{o} >>"
    def __and__(self, o): return f"& {o}"
    def __ixor__(self, o): return f"^= {o}"
    def __invert__(self): return "~"
    def __imatmul__(self, o): return f"@= {o}"
x = Ops()
print(x << 1, 2 >> x, x & 3, ~x)
x ^= 4
print(x)
y = Ops()
y @= 5
print(y)
