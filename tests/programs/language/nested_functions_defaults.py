# Functions that make functions: closures over loops, defaults, recursion.
def multiplier(n): return lambda x: x * n
print([multiplier(i)(10) for i in range(3)])
late = []
for i in range(3):
    late.append(lambda: i)
print([f() for f in late])
bound = [lambda i=i: i for i in range(3)]
print([f() for f in bound])
def compose(*functions):
    def composed(x):
        for function in reversed(functions):
            x = function(x)
        return x
    return composed
print(compose(str, lambda x: x + 1, abs)(-5))
def curry(f, *args):
    return (lambda *more: f(*args, *more))
print(curry(pow, 2)(5), curry(max, 1, 9)(4))
def accumulator():
    total = 0
    def add(n):
        nonlocal total
        total += n
        return total
    add.reset = lambda: globals().setdefault("resets", []).append(total)
    return add
acc = accumulator()
print(acc(1), acc(5), acc.reset(), resets)
def outer():
    def recursive(n): return n if n <= 0 else recursive(n - 1)
    return recursive(5)
print(outer())
def shared():
    value = []
    return value.append, lambda: list(value)
push, show = shared()
push(1); push(2)
print(show())
def default_sees(x, y=lambda: 7): return x + y()
print(default_sees(1), default_sees(1, lambda: 0))
def once(f):
    done = False
    result = None
    def wrapper():
        nonlocal done, result
        if not done:
            result, done = f(), True
        return result
    return wrapper
print((g := once(lambda: print("ran") or 5))(), g())
