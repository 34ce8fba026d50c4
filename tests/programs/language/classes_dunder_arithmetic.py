# Operators of user classes, reflected and in place.
class Vec:
    def __init__(self, x, y):
        self.x, self.y = x, y
    def __repr__(self):
        return f"Vec({self.x}, {self.y})"
    def __add__(self, other):
        if not isinstance(other, Vec):
            return NotImplemented
        return Vec(self.x + other.x, self.y + other.y)
    def __sub__(self, other):
        return Vec(self.x - other.x, self.y - other.y)
    def __mul__(self, k):
        return Vec(self.x * k, self.y * k)
    __rmul__ = __mul__
    def __neg__(self):
        return Vec(-self.x, -self.y)
    def __pos__(self):
        return self
    def __abs__(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5
    def __matmul__(self, other):
        return self.x * other.x + self.y * other.y
    def __iadd__(self, other):
        self.x += other.x
        self.y += other.y
        return self
    def __bool__(self):
        return bool(self.x or self.y)
    def __eq__(self, other):
        return isinstance(other, Vec) and (self.x, self.y) == (other.x, other.y)

a, b = Vec(1, 2), Vec(3, 4)
print(a + b, a - b, a * 2, 2 * a, -a, +a, abs(b), a @ b, bool(Vec(0, 0)), a == Vec(1, 2), a != b)
c = a
c += b
print(a is c, a)
c -= b
print(a is c, c)
for action in (lambda: a + 1, lambda: 1 + a, lambda: a / 2, lambda: a < b, lambda: ~a):
    try:
        action()
    except TypeError as error:
        print(error)
