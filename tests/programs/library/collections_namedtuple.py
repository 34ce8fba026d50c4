# namedtuple: fields, methods, errors.
from collections import namedtuple
Point = namedtuple("Point", ["x", "y"])
p = Point(1, y=2)
print(p, p.x, p[1], p == (1, 2), Point._fields, p._asdict(), p._replace(x=9), Point._make([5, 6]), len(p), hash(p) == hash((1, 2)))
x, y = p
print(x + y, [*p], p + (3,), p < Point(1, 3), Point.__name__, Point.__doc__, Point, isinstance(p, tuple))
Color = namedtuple("Color", "r g b a", defaults=[255])
print(Color(1, 2, 3), Color._field_defaults, Color(*[0] * 4))
class Fancy(namedtuple("Fancy", "a, b")):
    __slots__ = ()
    @property
    def total(self):
        return self.a + self.b
    def __str__(self):
        return f"<{self.a}|{self.b}>"
f = Fancy(1, 2)
print(f, repr(f), f.total, f._replace(b=5).total)
match p:
    case Point(x=1, y=n):
        print("matched", n)
match p:
    case Point(a, b):
        print(a, b)
print(namedtuple("R", "a def a _x", rename=True)._fields)
for action in (
    lambda: Point(1), lambda: Point(1, 2, 3), lambda: Point(1, z=3), lambda: Point(1, 2, x=3), lambda: Point(), lambda: Color(1),
    lambda: setattr(p, "x", 5), lambda: setattr(p, "q", 5), lambda: p.z, lambda: p._replace(q=1), lambda: Point._make([1]),
    lambda: namedtuple("P", "a a"), lambda: namedtuple("P", "class"), lambda: namedtuple("P", "_a"), lambda: namedtuple("1P", "a"), lambda: namedtuple("P", "a", defaults=[1, 2]),
):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
