# __slots__ refuse other attributes.
class Point:
    __slots__ = ("x", "y")
    def __init__(self, x, y):
        self.x, self.y = x, y
p = Point(1, 2)
p.x += 10
print(p.x, p.y, Point.__slots__)
for action in (lambda: setattr(p, "z", 3), lambda: p.__dict__):
    try:
        action()
    except AttributeError as error:
        print(error)
del p.x
try:
    p.x
except AttributeError as error:
    print(error)
class Open(Point):
    pass
o = Open(1, 2)
o.z = 3
print(o.__dict__, o.x)
class Closed(Point):
    __slots__ = ("w",)
c = Closed(1, 2)
c.w = 5
try:
    c.v = 1
except AttributeError as error:
    print(error)
class One:
    __slots__ = "single"
one = One()
one.single = 1
print(one.single, hasattr(one, "__dict__"))
