# Default representations hold the class's name.
class Outer:
    class Inner:
        pass
    def method(self): pass
def function():
    class Local:
        pass
    return Local
def masked(value):
    text = repr(value)
    start = text.find(" at 0x")
    return text if start < 0 else text[:start] + " at ...>"
print(Outer, Outer.Inner, function())
print(masked(Outer()), masked(Outer.Inner()), masked(function()()), masked(function), masked(lambda: 0), masked(Outer.method), masked(object()))
print(repr(Outer().method).split(" of ")[0], len, [].append.__name__, int.__add__.__name__)
print(masked((x for x in [])), masked(iter([])), masked(iter("a")), masked(map(str, [])), masked(zip()), masked(enumerate([])), masked(reversed([1])))
print(repr(Exception("a", 1)), repr(KeyError()), repr(ValueError("x")), repr(slice(1, 2)), repr(range(3)), repr(...), repr(NotImplemented), repr(type(None)))
import math, sys
print(repr(math).split()[0:2], masked(print), Outer.__qualname__, Outer.Inner.__qualname__, function().__qualname__, Outer.method.__qualname__)
