# Enum: functional form, _missing_, own values, mixins.
from enum import Enum, IntEnum, StrEnum, auto
Animal = Enum("Animal", "CAT DOG")
print(list(Animal), Animal.DOG.value, Animal, Animal.__module__)
print(list(Enum("E", ["A", "B"], start=5)), list(Enum("F", {"x": 1, "y": "two"})), list(Enum("G", [("p", 1), ("q", 2)])), list(IntEnum("H", "a, b")))
class Fallback(Enum):
    A = 1
    @classmethod
    def _missing_(cls, value):
        if value == "first":
            return cls.A
print(Fallback("first"))
try:
    Fallback("second")
except ValueError as error:
    print(error)
class Bad(Enum):
    A = 1
    @classmethod
    def _missing_(cls, value):
        return 7
try:
    Bad(2)
except TypeError as error:
    print(error)
class Generated(Enum):
    def _generate_next_value_(name, start, count, last_values):
        return name.lower() + str(count)
    X = auto()
    Y = auto()
print([m.value for m in Generated])
class Coord(bytes, Enum):
    def __new__(cls, value, label):
        obj = bytes.__new__(cls, [value])
        obj._value_ = value
        obj.label = label
        return obj
    PX = (0, "P.X")
    PY = (1, "P.Y")
print(Coord.PX, Coord.PY.label, Coord(1), Coord.PY == b"\x01")
class Level(IntEnum):
    LOW = 1
    HIGH = 5
print(Level.LOW, repr(Level.LOW), Level.LOW + 1, Level.HIGH > Level.LOW, Level(5), f"{Level.HIGH:03}", [10, 20][Level.LOW], Level.LOW == 1, sorted([Level.HIGH, Level.LOW]), max(Level), sum(Level), hash(Level.LOW) == hash(1), isinstance(Level.LOW, int))
class Word(StrEnum):
    HELLO = auto()
    BYE = "bye!"
print(Word.HELLO, repr(Word.HELLO), Word.BYE.upper(), Word("hello"), Word.BYE == "bye!", "".join([Word.HELLO, "x"]), f"{Word.HELLO:>8}", {"hello": 1}[Word.HELLO])
class Mixed(str, Enum):
    A = "a"
print(Mixed.A, repr(Mixed.A), f"{Mixed.A}", Mixed.A == "a", Mixed.A.value, Mixed("a"), len(Mixed.A), "x" + Mixed.A)
class Base(Enum):
    def shout(self):
        return self.name + "!"
class Derived(Base):
    ONE = 1
print(Derived.ONE.shout(), isinstance(Derived.ONE, Base))
class Functions(Enum):
    A = 1
    def method(self): return "method"
    const = property(lambda self: "prop")
print(Functions.A.method(), Functions.A.const, list(Functions))
class Unhashable(Enum):
    L = [1, 2]
    D = {"a": 1}
    M = [1, 2]
print(Unhashable([1, 2]), Unhashable.M is Unhashable.L, list(Unhashable))
class WithStr(Enum):
    A = 1
    def __str__(self): return "mine"
print(WithStr.A, f"{WithStr.A}", repr(WithStr.A), str(WithStr.A))
class Private(Enum):
    _ignore_ = ["temp"]
    temp = 5
    A = temp
    __secret = 9
print(list(Private))
import copy
print(copy.copy(Level.LOW) is Level.LOW, copy.deepcopy([Derived.ONE])[0] is Derived.ONE)
try:
    class Wrong(StrEnum):
        A = 1
except TypeError as error:
    print(error)
class Weekday(Enum):
    MON = 1
    TUE = 2
    @classmethod
    def from_index(cls, i): return cls(i + 1)
    def __lt__(self, other): return self.value < other.value
print(Weekday.from_index(1), min(Weekday), Weekday.MON < Weekday.TUE)
