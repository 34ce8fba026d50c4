# Mapping and class patterns.
class Point:
    __match_args__ = ("x", "y")
    def __init__(self, x, y):
        self.x, self.y = x, y
class Circle:
    def __init__(self, centre, radius):
        self.centre, self.radius = centre, radius
def describe(value):
    match value:
        case {"type": "circle", "r": r}:
            return f"circle {r}"
        case {"type": kind, **rest}:
            return f"{kind} with {rest}"
        case {}:
            return "some mapping"
        case Point(0, 0):
            return "origin"
        case Point(x, y=0):
            return f"on x axis at {x}"
        case Point(x=x, y=y) if x == y:
            return "diagonal"
        case Point():
            return "point"
        case Circle(centre=Point(x, _), radius=float(r)):
            return f"circle at {x}, r {r}"
        case int(n) | float(n):
            return f"number {n}"
        case str(s):
            return f"text {s}"
        case list([a, *_]):
            return f"list from {a}"
        case _:
            return "other"
for value in ({"type": "circle", "r": 2, "z": 0}, {"type": "square", "a": 1}, {}, {1: 2}, Point(0, 0), Point(3, 0), Point(2, 2), Point(1, 2), Circle(Point(5, 6), 1.5), Circle(Point(5, 6), 2), 4, 2.5, "hi", [8, 9], None):
    print(describe(value))
try:
    match Point(1, 2):
        case Point(1, 2, 3):
            pass
except TypeError as error:
    print(error)
try:
    match Circle(1, 2):
        case Circle(1):
            pass
except TypeError as error:
    print(error)
match {"a": {"b": [1, {"c": 2}]}}:
    case {"a": {"b": [_, {"c": deep}]}}:
        print(deep)
