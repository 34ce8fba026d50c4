# dataclass: inheritance, keyword-only, slots, InitVar, ClassVar, errors.
from dataclasses import dataclass, field, KW_ONLY, InitVar, FrozenInstanceError, asdict, astuple, fields, make_dataclass, MISSING, replace
from typing import ClassVar, List, Optional
from collections import namedtuple
@dataclass
class Base:
    a: int
    b: int = 1
@dataclass
class Derived(Base):
    c: str = "c"
    a: int = 10
print(Derived(), Derived(1, 2, "x"), [f.name for f in fields(Derived)], Derived() == Base(10, 1), isinstance(Derived(), Base))
@dataclass
class Counter:
    instances: ClassVar[int] = 0
    name: str
    scale: InitVar[int] = 2
    size: int = field(default=0, init=False)
    def __post_init__(self, scale):
        Counter.instances += 1
        self.size = len(self.name) * scale
c = Counter("abc")
print(c, Counter("ab", 5), Counter.instances, [f.name for f in fields(c)])
@dataclass
class Keyword:
    x: int
    _: KW_ONLY
    y: int
    z: int = 3
print(Keyword(1, y=2), Keyword.__match_args__, Keyword.__doc__)
@dataclass(kw_only=True)
class AllKeyword:
    a: int = 1
    b: int
print(AllKeyword(b=2))
@dataclass
class OneKeyword:
    a: int = field(kw_only=True)
    b: int = 5
print(OneKeyword(a=1), OneKeyword(2, a=1))
@dataclass(slots=True)
class Slotted:
    x: int
    y: int = 7
    items: list = field(default_factory=list)
s = Slotted(1)
s.items.append(2)
print(s, Slotted.__slots__, hasattr(s, "__dict__"))
@dataclass(frozen=True, slots=True)
class FrozenSlots:
    x: int = 1
@dataclass(eq=False)
class NoEq:
    x: int
print(NoEq(1) == NoEq(1), hash(NoEq(1)) is not None)
@dataclass(unsafe_hash=True)
class Hashed:
    x: int
    y: int = field(default=0, hash=False)
print(hash(Hashed(1)) == hash(Hashed(1, 5)), {Hashed(1), Hashed(1)})
@dataclass(repr=False)
class NoRepr:
    x: int
    def __repr__(self): return "custom"
print(NoRepr(1))
@dataclass(init=False)
class NoInit:
    x: int
    def __init__(self): self.x = 99
print(NoInit())
@dataclass
class Tree:
    value: int
    children: List["Tree"] = field(default_factory=list)
    parent: Optional["Tree"] = None
t = Tree(1, [Tree(2), Tree(3, [Tree(4)])])
print(asdict(t), astuple(t))
t.parent = t
print(t)
N = namedtuple("N", "p q")
@dataclass
class Mixed:
    n: N
    d: dict
    t: tuple
print(asdict(Mixed(N(1, Base(1)), {"k": Base(2)}, (Base(3),))))
Made = make_dataclass("Made", [("x", int), "y", ("z", int, 5)])
print(Made(1, 2), Made.__module__)
@dataclass
class Own:
    x: int
    def __eq__(self, other): return "own eq"
    def __repr__(self): return "own repr"
print(Own(1) == 5, Own(1))
@dataclass
class Inner:
    class Nested:
        pass
    x: int = 1
print(Inner.Nested.__qualname__, Inner())
def local():
    @dataclass
    class Local:
        x: int
    return Local
print(local()(1))
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
attempt(lambda: Keyword(1, 2))
attempt(lambda: Keyword(1))
attempt(lambda: Keyword(1, 2, 3, y=4))
attempt(lambda: AllKeyword(1))
attempt(lambda: local()())
attempt(lambda: setattr(s, "other", 1))
attempt(lambda: setattr(FrozenSlots(), "x", 1))
attempt(lambda: replace(Counter("a"), name="b"))
def mutable():
    @dataclass
    class M:
        x: list = []
attempt(mutable)
def order():
    @dataclass
    class M:
        x: int = 1
        y: int
attempt(order)
def thaw():
    @dataclass
    class M(FrozenSlots):
        y: int = 1
attempt(thaw)
def freeze():
    @dataclass(frozen=True)
    class M(Base):
        y: int = 1
attempt(freeze)
def both():
    field(default=1, default_factory=list)
attempt(both)
def order_without_eq():
    @dataclass(order=True, eq=False)
    class M:
        x: int
attempt(order_without_eq)
def no_annotation():
    @dataclass
    class M:
        x = field(default=1)
attempt(no_annotation)
def overwrite():
    @dataclass(order=True)
    class M:
        x: int
        def __lt__(self, o): return 1
attempt(overwrite)
def twice():
    @dataclass
    class M:
        a: KW_ONLY
        b: KW_ONLY
attempt(twice)
def slots_twice():
    @dataclass(slots=True)
    class M:
        __slots__ = ("x",)
        x: int
attempt(slots_twice)
