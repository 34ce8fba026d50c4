# Decorators replace what they decorate, the nearest one first.
def shout(function):
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs).upper()
    return wrapper

def tag(name):
    def decorate(function):
        def wrapper(*args):
            return f"<{name}>{function(*args)}</{name}>"
        return wrapper
    return decorate

@tag("b")
@shout
def hello(who):
    return "hello " + who

print(hello("world"))

class Counted:
    def __init__(self, function):
        self.function = function
        self.calls = 0
    def __call__(self, *args):
        self.calls += 1
        return self.function(*args)

@Counted
def square(x):
    return x * x

print(square(3), square(4), square.calls)

def register(cls):
    registry.append(cls.__name__)
    return cls

registry = []

@register
class A: pass

@register
class B: pass

print(registry)
order = []
def mark(n):
    order.append(f"evaluate {n}")
    def decorate(f):
        order.append(f"apply {n}")
        return f
    return decorate

@mark(1)
@mark(2)
def f(): pass
print(order)

@(lambda f: "replaced")
def anything(): pass
print(anything)
