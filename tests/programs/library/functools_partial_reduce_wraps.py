# partial, reduce, wraps, cmp_to_key.
from functools import partial, reduce, wraps, update_wrapper, cmp_to_key, partialmethod

def power(base, exponent):
    """Raise to a power."""
    return base ** exponent

square = partial(power, exponent=2)
two_to = partial(power, 2)
print(square(5), two_to(10), square.func is power, square.args, square.keywords, two_to.args)
nested = partial(partial(power, 3), exponent=3)
print(nested(), nested.func is power, nested.args)
print(partial(int, base=2)("1010"), repr(partial(int, "5", base=8)))
for action in (lambda: partial(), lambda: partial(5), lambda: square(1, exponent=3)):
    try:
        print(action())
    except TypeError as error:
        print(error)
print(reduce(lambda a, b: a + b, [1, 2, 3]), reduce(lambda a, b: a * b, range(1, 6), 10), reduce(max, [], 0))
for action in (lambda: reduce(max, []), lambda: reduce(max, 5)):
    try:
        action()
    except TypeError as error:
        print(error)

def decorator(function):
    @wraps(function)
    def wrapper(*args):
        """Wrapper's own."""
        return function(*args)
    return wrapper

power.tag = "kept"
decorated = decorator(power)
print(decorated.__name__, decorated.__doc__, decorated.__qualname__, decorated.tag, decorated.__wrapped__ is power)
class Callable:
    def __call__(self): return 1
print(update_wrapper(Callable(), power).__name__)
print(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)), sorted(["bb", "a"], key=cmp_to_key(lambda a, b: len(a) - len(b))))
class Cell:
    def __init__(self):
        self.alive = False
    def set_state(self, state, *, loud=False):
        self.alive = state
        return "loud" if loud else "quiet"
    set_alive = partialmethod(set_state, True)
    set_dead = partialmethod(set_state, False, loud=True)
c = Cell()
print(c.set_alive(), c.alive, c.set_dead(), c.alive)
