# Annotations do not change what runs.
from typing import List, Optional
x: int = 5
y: str
def f(a: int, b: "undefined" = 2, *args: str, c: List[int] = None, **kw: dict) -> Optional[int]:
    local: float = 1.5
    later: int
    return a
print(x, f("text"), f(1, c=[2]), "y" in globals())
class C:
    attr: int = 1
    only: str
    def m(self: "C") -> "C": return self
print(C.attr, hasattr(C, "only"), C().m() is not None, sorted(C.__annotations__))
(z): int = 7
c = C()
c.dynamic: int = 3
d = {}
d["k"]: int = 4
print(z, c.dynamic, d)
def g():
    try:
        v: int
        return v
    except UnboundLocalError as error:
        return str(error)
print(g())
lam = lambda a, b=1: a
print(lam(1))
for i in range(2):
    w: int = i
print(w)
