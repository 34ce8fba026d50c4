# Scopes of comprehensions, lambdas and class bodies.
x = "global"
print([x for x in range(2)], x, (lambda: x)())
class C:
    x = "class"
    seen = x
    nums = [1, 2]
    first = [n for n in nums]
    shown = [x for _ in range(1)]
    fn = lambda self: x
    def method(self): return x
print(C.seen, C.first, C.shown, C().fn(), C().method())
def f():
    x = "local"
    class D:
        y = x
        def m(self): return x
    return D.y, D().m(), [x for _ in range(1)], (lambda: x)()
print(f())
def g():
    result = [(lambda: i)() for i in range(3)]
    functions = [lambda: i for i in range(3)]
    return result, [h() for h in functions]
print(g())
def walrus():
    [last := n for n in range(5)]
    return last
print(walrus())
print([[y for y in range(x)] for x in range(3)], {(a, b) for a in range(2) for b in range(a)}, [a for a in [1, 2] if (lambda z: z > 1)(a)])
def shadows(list): return [list for list in list]
print(shadows([1]))
def nested():
    def inner(): return [outer_value * n for n in range(3)]
    outer_value = 5
    return inner()
print(nested())
class E:
    values = [1, 2, 3]
    try:
        filtered = [v for v in values if v in values]
    except NameError as error:
        filtered = str(error)
print(E.filtered)
print([i for i in range(3) for i in range(i)], sum(i for i in range(3)), [*map(lambda i: i * 2, range(3))])
