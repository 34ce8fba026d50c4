# Flag and IntFlag.
from enum import Flag, IntFlag, auto
class Perm(Flag):
    R = 4
    W = 2
    X = 1
    RW = R | W
print(Perm.R | Perm.W, repr(Perm.R | Perm.X), repr(Perm.RW), repr(Perm(0)), str(Perm(0)), ~Perm.R, repr(~Perm.R), Perm(7), repr(Perm(5)))
print(list(Perm), len(Perm), list(Perm.RW), Perm.R in Perm.RW, Perm.X in Perm.RW, bool(Perm(0)), bool(Perm.X), Perm.R & Perm.W, Perm.R ^ Perm.RW, len(Perm.RW), Perm["RW"], (Perm.R | Perm.W) is Perm.RW)
p = Perm.R
p |= Perm.X
print(p, p.name, p.value, Perm.RW.name, Perm(0).name)
for action in (lambda: Perm(8), lambda: Perm("a"), lambda: 1 in Perm.R, lambda: Perm.R | 1, lambda: Perm.Z):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
print(repr(Perm(-1)))
class Auto(Flag):
    RED = auto()
    GREEN = auto()
    BLUE = auto()
    WHITE = RED | GREEN | BLUE
print([(m.name, m.value) for m in Auto], repr(Auto.WHITE), Auto.WHITE & ~Auto.RED, [m for m in Auto.WHITE])
class Bits(IntFlag):
    A = 1
    B = 2
    C = auto()
print(repr(Bits.A | Bits.B), Bits.A | Bits.B, repr(Bits(8)), repr(Bits(9)), Bits.A + 1, Bits.A == 1, repr(Bits.A | 4), repr(Bits(0)), repr(~Bits.A), repr(8 | Bits.A), Bits.C.value, Bits.A in Bits(3), isinstance(Bits.A | Bits.B, int))
