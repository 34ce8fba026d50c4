# dataclass: the generated methods.
from dataclasses import dataclass, field, fields, asdict, astuple, replace, is_dataclass
@dataclass
class Point:
    x: int
    y: int = 0
    def norm(self):
        return self.x ** 2 + self.y ** 2
p = Point(3, 4)
print(p, Point(1), Point(y=5, x=2), p == Point(3, 4), p != Point(4, 3), p.norm(), p == (3, 4))
p.x = 10
print(p, [f.name for f in fields(p)], asdict(p), astuple(p), replace(p, y=1), is_dataclass(p), is_dataclass(Point), is_dataclass(5), Point.__match_args__)
@dataclass
class Line:
    start: Point
    end: Point = field(default_factory=lambda: Point(0, 0))
    tags: list = field(default_factory=list)
    hidden: str = field(default="h", repr=False, compare=False)
a, b = Line(Point(1, 1)), Line(Point(1, 1), hidden="other")
a.tags.append("t")
print(a, b, a == b, asdict(a), a.hidden, b.hidden)
@dataclass(order=True)
class Version:
    major: int
    minor: int = 0
    label: str = field(default="", compare=False)
print(sorted([Version(2), Version(1, 5), Version(1, 2)]), Version(1) < Version(2), Version(1, 2, "a") <= Version(1, 2, "b"), max(Version(1), Version(3)))
@dataclass(frozen=True)
class Frozen:
    a: int
    b: tuple = ()
f = Frozen(1, (2,))
print(f, hash(f) == hash(Frozen(1, (2,))), {f: 1}[Frozen(1, (2,))], replace(f, a=5))
@dataclass
class Post:
    width: int
    height: int
    area: int = field(init=False)
    def __post_init__(self):
        self.area = self.width * self.height
print(Post(2, 3), Post(2, 3).area)
match p:
    case Point(x=10, y=yy):
        print("matched", yy)
match Point(1, 2):
    case Point(a, b):
        print(a, b)
print(Point.__doc__, "|", Line.__name__, Version.__doc__)
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
attempt(lambda: Point())
attempt(lambda: Point(1, 2, 3))
attempt(lambda: Point(1, z=3))
attempt(lambda: Point(1, x=3))
attempt(lambda: Line())
attempt(lambda: setattr(f, "a", 2))
attempt(lambda: delattr(f, "a"))
attempt(lambda: setattr(f, "new", 2))
attempt(lambda: hash(p))
attempt(lambda: Version(1) < 5)
attempt(lambda: Point(1) < Point(2))
attempt(lambda: asdict(5))
attempt(lambda: fields(5))
attempt(lambda: replace(p, q=1))
attempt(lambda: replace(Post(1, 2), area=1))
