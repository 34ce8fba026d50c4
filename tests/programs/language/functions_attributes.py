# Functions are objects with names, docs and attributes.
def greet(name: str, punctuation: str = "!") -> str:
    """Greets politely."""
    return "Hello, " + name + punctuation

print(greet.__name__, greet.__qualname__, greet.__doc__, greet.__module__)
greet.calls = 3
greet.calls += 1
print(greet.calls, greet.__dict__)
try:
    greet.missing
except AttributeError as error:
    print(error)

def outer():
    def inner():
        pass
    return inner

print(outer().__qualname__)
print((lambda: 0).__name__)

class C:
    def method(self):
        """A method."""

print(C.method.__qualname__, C().method.__name__, C().method.__doc__)
print(C().method.__self__.__class__.__name__, C().method.__func__ is C.method)
print(callable(greet), callable(C), callable(C()), callable(len))
renamed = greet
renamed.__name__ = "salute"
print(greet.__name__)
