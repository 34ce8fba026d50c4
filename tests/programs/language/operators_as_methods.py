# Operators of builtin types as methods, also those that work in place, and in classes derived from them.
def show(*actions):
    for action in actions:
        try:
            print(action())
        except Exception as error:
            print(type(error).__name__, error)

items = [1, 2]
print(items.__imul__(2) is items, items, items.__iadd__(iter("ab")) is items, items)
show(lambda: items.__imul__("x"), lambda: items.__iadd__(3), lambda: list.__imul__(items, 0), lambda: items)
show(lambda: "x".__rmod__("a%sb"), lambda: "x".__rmod__(5), lambda: b"x".__rmod__(b"<%s>"), lambda: "x".__rmod__(b"<%s>"), lambda: "x".__rmod__("none"))
show(lambda: (3).__rlshift__(2), lambda: (1).__rrshift__(8), lambda: (3).__rlshift__(1.5), lambda: (-1).__rlshift__(1), lambda: True.__rlshift__(3))
show(lambda: (7).__divmod__(2), lambda: (2).__rdivmod__(7), lambda: (7).__divmod__(2.0), lambda: (7).__divmod__("x"), lambda: (7).__divmod__(0), lambda: (2.5).__divmod__(1))

numbers = {1, 2, 3}
same = numbers
print(numbers.__ior__({5}) is same, numbers.__iand__({1, 2, 5, 9}) is same, numbers.__isub__({2}) is same, numbers.__ixor__(frozenset({1, 8})) is same, same)
show(lambda: numbers.__ior__([1]), lambda: numbers.__iand__({}.keys()), lambda: numbers.__isub__(None), lambda: set.__ixor__(numbers, numbers), lambda: numbers)
table = {"a": 1}
print(table.__ior__({"b": 2}) is table, table.__ior__([("c", 3)]) is table, table)
show(lambda: table.__ior__(5), lambda: table.__ior__(["xyz"]))

keys, pairs = {"a": 1, "b": 2}.keys(), {"a": 1, "b": 2}.items()
for method in ("__and__", "__or__", "__sub__", "__xor__", "__rand__", "__ror__", "__rsub__", "__rxor__"):
    print(method, sorted(getattr(keys, method)(["b", "c"])), sorted(getattr(pairs, method)([("b", 2), ("c", 3)])))
show(lambda: keys.__and__(5), lambda: keys.__or__(keys) == set(keys), lambda: hasattr({}.values(), "__and__"), lambda: type(keys).__and__(keys, "a"))

class Loud:
    def __rand__(self, other):
        return "rand"
    def __ror__(self, other):
        return "ror"
    def __radd__(self, other):
        return "radd"
show(lambda: keys & Loud(), lambda: numbers & Loud(), lambda: items.__iadd__(Loud()), lambda: numbers.__ior__(Loud()))
numbers |= Loud()
print(numbers)

class Logged(list):
    def __iadd__(self, other):
        print("iadd", other)
        return super().__iadd__(other)
    def __imul__(self, times):
        print("imul", times)
        return super().__imul__(times)
log = first = Logged([1])
log += (2, 3)
log *= 2
print(log, log is first, type(log).__name__)

class Tags(set):
    def __ior__(self, other):
        print("ior", sorted(other))
        return super().__ior__(set(other))
    __isub__ = set.__isub__
tags = first = Tags("ab")
tags |= "xy"
tags -= {"a"}
print(sorted(tags), tags is first, type(tags).__name__)

class Settings(dict):
    def __ior__(self, other):
        print("ior", other)
        return super().__ior__(other)
settings = first = Settings(a=1)
settings |= {"b": 2}
settings |= [("c", 3)]
print(settings, settings is first, type(settings).__name__)

class Key:
    def __init__(self, name):
        self.name = name
    def __eq__(self, other):
        return isinstance(other, Key) and self.name == other.name
    def __hash__(self):
        return hash(self.name)
    def __repr__(self):
        return self.name
keyed = first = Tags({Key("p"), Key("q")})
print(set.__ior__(keyed, {Key("p"), Key("r")}) is keyed, sorted(map(repr, keyed)), set.__isub__(keyed, {Key("q")}) is keyed, sorted(map(repr, keyed)), type(keyed).__name__)
print(sorted(map(repr, {Key("p"), Key("q")}.__iand__({Key("q"), Key("s")}))))

class Bytes(bytearray):
    def __iadd__(self, other):
        return super().__iadd__(other)
data = first = Bytes(b"a")
data += b"b"
print(data, data is first, type(data).__name__)
