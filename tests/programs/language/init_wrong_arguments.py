# An instance whose __init__ cannot be called is gone at once.


class Point:
    born = 0

    def __new__(cls, *args, **kwargs):
        cls.born += 1
        return super().__new__(cls)

    def __init__(self, x):
        self.x = x


class Plain:
    def __init__(self, x):
        self.x = x

    def __del__(self):
        print("gone", hasattr(self, "x"))


for make in (lambda: Plain(y=1), lambda: Plain(), lambda: Plain(1, 2), lambda: Point(y=1)):
    try:
        make()
    except TypeError as error:
        print(error)
print(Point.born)
