# Decorators: with state, stacked, on methods and classes.
import functools
def count(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        wrapper.calls += 1
        return function(*args, **kwargs)
    wrapper.calls = 0
    return wrapper
def repeat(times):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            return [function(*args, **kwargs) for _ in range(times)]
        return wrapper
    return decorate
@count
@repeat(2)
def greet(name):
    """Greets."""
    return f"hi {name}"
print(greet("a"), greet("b"), greet.calls, greet.__name__, greet.__doc__)
class Memo:
    def __init__(self, function):
        self.function, self.cache = function, {}
    def __call__(self, *args):
        if args not in self.cache:
            self.cache[args] = self.function(*args)
        return self.cache[args]
    def __get__(self, instance, owner):
        return functools.partial(self, instance)
class Service:
    @Memo
    def compute(self, x):
        print("computing", x)
        return x * 2
s = Service()
print(s.compute(3), s.compute(3))
def add_repr(cls):
    def __repr__(self): return f"{cls.__name__}({vars(self)})"
    cls.__repr__ = __repr__
    return cls
@add_repr
class Point:
    def __init__(self, x): self.x = x
print(Point(1))
def singleton(cls):
    instances = {}
    def get(*args):
        if cls not in instances:
            instances[cls] = cls(*args)
        return instances[cls]
    return get
@singleton
class Config:
    pass
print(Config() is Config())
def require(check):
    def decorate(function):
        def wrapper(value):
            if not check(value):
                raise ValueError(f"{function.__name__} refuses {value!r}")
            return function(value)
        return wrapper
    return decorate
@require(lambda v: v > 0)
def root(v): return v ** 0.5
print(root(16))
try:
    root(-1)
except ValueError as error:
    print(error)
class Methods:
    @staticmethod
    @count
    def s(): return "static"
    @classmethod
    @repeat(2)
    def c(cls): return cls.__name__
    @property
    @count
    def p(self): return "prop"
print(Methods.s(), Methods().c(), Methods().p)
