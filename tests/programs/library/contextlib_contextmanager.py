# contextmanager: bodies, errors, decorators.
from contextlib import contextmanager, ContextDecorator
@contextmanager
def managed(name):
    """Manages."""
    print("enter", name)
    try:
        yield name.upper()
    except ValueError as error:
        print("handled", error)
    finally:
        print("exit", name)
with managed("a") as value:
    print(value)
with managed("b"):
    raise ValueError("suppressed")
try:
    with managed("c"):
        raise KeyError("passes")
except KeyError as error:
    print(repr(error))
@managed("d")
def decorated(x):
    return x * 2
print(decorated(4), decorated(5), managed.__name__, managed.__doc__, decorated.__name__)
@contextmanager
def never():
    if False:
        yield
@contextmanager
def twice():
    yield
    yield
@contextmanager
def replaces():
    try:
        yield
    except ValueError as error:
        raise TypeError("replaced") from error
@contextmanager
def again():
    try:
        yield
    except ValueError:
        yield
def attempt(maker, raises=None):
    try:
        with maker():
            if raises:
                raise raises
    except Exception as error:
        print(type(error).__name__, error, repr(error.__cause__))
attempt(never)
attempt(twice)
attempt(replaces, ValueError("x"))
attempt(again, ValueError("x"))
attempt(lambda: managed("s"), StopIteration("stop"))
attempt(lambda: managed("r"), RuntimeError("run"))
m = managed("once")
with m:
    pass
try:
    with m:
        pass
except AttributeError as error:
    print(type(error).__name__)
class Timer(ContextDecorator):
    def __enter__(self):
        print("start")
        return self
    def __exit__(self, *exc):
        print("stop", exc[0])
        return False
@Timer()
def work():
    print("working")
work()
def returns():
    with managed("ret"):
        return 1
print(returns())
