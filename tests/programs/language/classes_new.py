# __new__ makes the instance; __init__ fills it.
class Once:
    made = None
    def __new__(cls, *args):
        if cls.made is None:
            cls.made = super().__new__(cls)
        return cls.made
    def __init__(self, value):
        self.value = value
print(Once(1) is Once(2), Once(3).value)

class Inches(float):
    def __new__(cls, value):
        return super().__new__(cls, value * 2.54)
    def __repr__(self):
        return f"Inches({float(self)})"
i = Inches(2)
print(i, i + 1, isinstance(i, float), type(i + 1).__name__)

class Other:
    def __new__(cls):
        return 42
    def __init__(self):
        print("never called")
print(Other())

class Upper(str):
    def __new__(cls, s):
        return super().__new__(cls, s.upper())
    def cry(self):
        return self + "!"
print(Upper("abc"), Upper("abc").cry(), len(Upper("xy")), Upper("q") == "Q", {Upper("k"): 1}["K"])

class Pair(tuple):
    def __new__(cls, a, b):
        return super().__new__(cls, (a, b))
    @property
    def total(self):
        return self[0] + self[1]
print(Pair(1, 2), Pair(3, 4).total, Pair(1, 2) == (1, 2))
class BadInit:
    def __init__(self):
        return 1
try:
    BadInit()
except TypeError as error:
    print(error)
class NoArgs: pass
for action in (lambda: NoArgs(1), lambda: object(1), lambda: object.__new__(int)):
    try:
        action()
    except TypeError as error:
        print(error)
