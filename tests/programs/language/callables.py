# `__call__` of functions and methods; what a bound method shows of a class with its own __repr__.
from collections.abc import Callable


class Shown:
    def __repr__(self):
        return "<shown>"

    def method(self, *args, key=0):
        return args, key

    @staticmethod
    def static():
        return "static"


shown = Shown()
print(shown.method, [shown.method], f"{shown.method!r}")
print(len.__call__([1, 2]), shown.method.__call__(1, key=2), Shown.method.__call__(shown, 3), Shown.static.__call__())
function = lambda: "reached"
for _ in range(50_000):
    function = function.__call__
print(function())
for value in (len, [].append, shown.method, Shown.static, Shown, int, lambda: 1, dict.fromkeys):
    print(hasattr(value, "__call__"), isinstance(value, Callable), callable(value))
print({1}.__xor__({1: 2}.keys()), {1} ^ {1: 2, 3: 4}.keys(), {1: 2, 3: 4}.items() - {(1, 2)})
