# Enum: members, aliases, lookup, errors.
from enum import Enum, unique, auto
class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1
    def describe(self):
        return f"{self.name} is {self.value}"
    @property
    def lower(self):
        return self.name.lower()
    @classmethod
    def favourite(cls):
        return cls.BLUE
print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, Color(2), Color["BLUE"], Color.CRIMSON, Color.CRIMSON is Color.RED)
print(list(Color), len(Color), Color, type(Color.RED), isinstance(Color.RED, Color), Color.RED in Color, list(reversed(Color)), bool(Color))
print(dict(Color.__members__), Color.RED == Color.RED, Color.RED == 1, Color.RED != Color.BLUE, Color.RED is Color(1), {Color.RED: "r"}[Color.RED])
print(Color.RED.describe(), Color.GREEN.lower, Color.favourite(), f"{Color.RED} {Color.RED!r} {Color.RED:>12}|", "%s" % Color.RED)
for c in Color:
    print(c.name, c.value)
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
attempt(lambda: Color(9))
attempt(lambda: Color["PINK"])
attempt(lambda: Color.PINK)
attempt(lambda: Color.RED.pink)
attempt(lambda: setattr(Color, "RED", 5))
attempt(lambda: delattr(Color, "RED"))
attempt(lambda: Color.RED < Color.BLUE)
def extend():
    class More(Color):
        PINK = 4
attempt(extend)
def twice():
    class Twice(Enum):
        A = 1
        A = 2
attempt(twice)
def not_unique():
    @unique
    class Dup(Enum):
        A = 1
        B = 1
        C = 1
attempt(not_unique)
class Auto(Enum):
    A = auto()
    B = auto()
    C = 10
    D = auto()
print([m.value for m in Auto])
class Planet(Enum):
    EARTH = (5.97, 6.37)
    MARS = (0.642, 3.39)
    def __init__(self, mass, radius):
        self.mass, self.radius = mass, radius
    @property
    def density(self):
        return round(self.mass / self.radius ** 3, 5)
print(Planet.MARS.density, Planet.EARTH.value, Planet((0.642, 3.39)), Planet.EARTH.mass)
match Color(2):
    case Color.RED:
        print("red")
    case Color.GREEN:
        print("green")
print(sorted(Color, key=lambda c: -c.value), Color.__name__, Color.__doc__)
