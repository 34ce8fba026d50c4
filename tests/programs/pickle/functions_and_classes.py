import functools
import math
import pickle
import time


def function():
    return 7


class Outer:
    class Inner:
        def method(self):
            return "inner"

    def method(self, n):
        return n + 1

    @classmethod
    def make(cls):
        return cls()

    @staticmethod
    def static():
        return "static"


def again(value):
    return pickle.loads(pickle.dumps(value))


print(again(function) is function, again(Outer) is Outer)
print(again(Outer.Inner) is Outer.Inner, again(Outer.Inner.method) is Outer.Inner.method)
print(again(Outer().method)(1), type(again(Outer.make)()) is Outer, again(Outer.static)())
print(again(len) is len, again(print) is print, again(math.sqrt)(9), again(time.sleep) is time.sleep)
print(again(int) is int, again(KeyError) is KeyError, again(type(None)) is type(None))
print(again(str.upper)("a"), again("x,y".split)(","), again(int.from_bytes)(b"\1", "big"))
print(again(functools.partial(max, 3, key=abs))(-5, 2))
for value in (function, Outer, Outer.Inner, Outer().method, len):
    print(len(pickle.dumps(value)))
