# staticmethod and classmethod.
class Date:
    def __init__(self, y, m, d):
        self.parts = (y, m, d)
    @classmethod
    def parse(cls, text):
        return cls(*map(int, text.split("-")))
    @staticmethod
    def leap(year):
        return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)

class Fancy(Date):
    pass

d = Fancy.parse("2024-02-29")
print(type(d).__name__, d.parts, Date.leap(2024), d.leap(1900))
print(Date.parse.__self__ is Date, Date.parse.__name__)

class Plain:
    def f(*args):
        return len(args)
    g = staticmethod(f)
    h = classmethod(f)
print(Plain().f(1), Plain.f(1), Plain().g(1), Plain.h(1))
try:
    Date.leap()
except TypeError as error:
    print(error)
