# lru_cache, cache, cached_property.
from functools import lru_cache, cache, cached_property

calls = []
@lru_cache(maxsize=2)
def square(x):
    """Squares."""
    calls.append(x)
    return x * x
print([square(n) for n in (1, 2, 1, 3, 2, 1)], calls)
print(square.cache_info(), square.cache_info().hits, square.__name__, square.__doc__, square.cache_parameters())
square.cache_clear()
print(square.cache_info())

@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80), fib.cache_info())

@lru_cache
def plain(*args, **kwargs):
    calls.append((args, kwargs))
    return len(calls)
print(plain(1), plain(1.0), plain(1), plain(a=1, b=2), plain(b=2, a=1), plain("1"))
print(plain.cache_info())
@lru_cache(maxsize=0)
def never(x): return x
never(1); never(1)
print(never.cache_info())
@lru_cache(typed=True)
def typed(x): return type(x).__name__
print(typed(3), typed(3.0), typed.cache_info())
try:
    square([1])
except TypeError as error:
    print(error)
try:
    lru_cache("a")
except TypeError as error:
    print(error)
@lru_cache(maxsize=-5)
def negative(x): return x
print(negative.cache_info())

class Data:
    def __init__(self, n): self.n = n
    @cached_property
    def total(self):
        """The total."""
        print("computing")
        return sum(range(self.n))
    @lru_cache
    def scaled(self, k):
        print("scaling")
        return self.n * k
d = Data(10)
print(d.total, d.total, d.__dict__, d.scaled(2), d.scaled(2), Data.total.__doc__)
d.total = 5
print(d.total)
del d.total
print(d.total)
class Slotted:
    __slots__ = ()
    @cached_property
    def x(self): return 1
try:
    Slotted().x
except TypeError as error:
    print(error)
