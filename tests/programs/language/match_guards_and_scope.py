# match: guards, names that stay bound, nested alternatives, dotted names.
def f(x):
    match x:
        case [a, b] if a > b:
            return "descending", a, b
        case [a, b] if a == b:
            return "equal", a
        case [a, b]:
            return "ascending", a, b
        case {"op": "add" | "sub" as op, "args": [x, y]}:
            return op, x, y
        case {"op": str(op), **rest} if rest:
            return op, rest
        case (1 | 2 | 3) as small:
            return "small", small
        case str() | bytes() as text:
            return "text", text
        case float(v) if v != v:
            return "nan"
        case None | True | False:
            return "singleton"
        case [[x, *_], *rest]:
            return "nested", x, rest
        case _:
            return "default"
for value in ([2, 1], [1, 1], (1, 2), {"op": "add", "args": [1, 2]}, {"op": "neg", "x": 1}, {"op": "neg"}, 2, "s", b"b", float("nan"), None, True, 1.5, [[1, 2], 3, 4], [[]], {}):
    print(value, f(value))
match (1, 2, 3):
    case (first, *_, last):
        pass
print(first, last)
match [1, 2]:
    case [kept, 5]:
        print("no")
    case _:
        print("partial bindings may stay", "kept" in globals())
import math
class NS:
    ZERO = 0
    ONE = 1
def dotted(v):
    match v:
        case NS.ZERO: return "zero"
        case NS.ONE: return "one"
        case math.pi: return "pi"
        case -5: return "minus five"
        case "a" "b": return "joined"
        case _: return "none"
print(dotted(0), dotted(1), dotted(math.pi), dotted(-5), dotted("ab"), dotted(0.0), dotted(2))
def effects(v):
    match (print("subject"), v)[1]:
        case x if print("guard 1"): return 1
        case x if not print("guard 2"): return 2
print(effects(1))
match {"a": 1, "b": 2}:
    case {"a": 1, **rest}:
        print(rest)
match "abc":
    case ["a", "b", "c"]: print("no")
    case str(s): print(s)
class P:
    def __init__(self): self.x = 1
match P():
    case P(x=2): print("no")
    case P(x=1, y=2): print("no")
    case P(x=1): print("yes")
match 5:
    case int(n) | str(n): print(n)
match range(3):
    case [0, 1, 2]: print("range is a sequence")
from collections import OrderedDict
match OrderedDict(a=1):
    case {"a": 1}: print("OrderedDict is a mapping")
