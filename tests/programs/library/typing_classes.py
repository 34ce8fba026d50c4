# typing: NamedTuple, TypedDict, Protocol.
from typing import NamedTuple, TypedDict, Protocol, runtime_checkable, Generic, TypeVar, Iterator, SupportsInt
class Point(NamedTuple):
    """A point."""
    x: int
    y: int = 0
    def norm(self):
        return self.x ** 2 + self.y ** 2
    @property
    def swapped(self):
        return Point(self.y, self.x)
p = Point(3, y=4)
print(p, p.x, p.norm(), p.swapped, Point(1), p == (3, 4), Point._fields, Point._field_defaults, p._replace(x=0), p._asdict(), Point.__doc__, isinstance(p, tuple), Point.__mro__[1])
a, b = p
print(a + b, Point)
Employee = NamedTuple("Employee", [("name", str), ("id", int)])
print(Employee("Ann", 1), Employee)
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
attempt(lambda: Point())
attempt(lambda: Point(1, 2, 3))
attempt(lambda: setattr(p, "x", 1))
def wrong():
    class W(NamedTuple):
        a: int = 1
        b: int
attempt(wrong)
class Movie(TypedDict):
    title: str
    year: int
class Rated(Movie, total=False):
    stars: float
m = Movie(title="X", year=1999)
print(m, type(m), m["year"], Rated(title="Y", stars=5), Movie.__total__, Rated.__total__, sorted(Rated.__required_keys__), sorted(Rated.__optional_keys__), sorted(Rated.__annotations__))
attempt(lambda: isinstance(m, Movie))
class Quacker(Protocol):
    def quack(self) -> str: ...
@runtime_checkable
class Closeable(Protocol):
    def close(self): ...
class Duck:
    def quack(self): return "quack"
class Door:
    def close(self): pass
class Explicit(Closeable):
    def close(self): return "closed"
print(isinstance(Door(), Closeable), isinstance(Duck(), Closeable), Explicit().close(), isinstance(Explicit(), Closeable))
attempt(lambda: isinstance(Duck(), Quacker))
attempt(lambda: Quacker())
attempt(lambda: runtime_checkable(Duck))
T = TypeVar("T")
class Source(Protocol[T]):
    def get(self) -> T: ...
class Numbers(Source[int]):
    def get(self): return 1
print(Numbers().get(), isinstance(5, SupportsInt), isinstance("5", SupportsInt))
class Node(Generic[T]):
    def __init__(self, value: T, next: "Node[T] | None" = None):
        self.value, self.next = value, next
    def __iter__(self) -> Iterator[T]:
        node = self
        while node:
            yield node.value
            node = node.next
print(list(Node(1, Node(2))))
