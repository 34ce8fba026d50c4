"""Methods of builtin objects are builtin functions, methods of Python's classes are methods."""


class Greeter:
    def greet(self):
        return "hi"


items = []
assert type(items.append) is type(len)
assert type("a".join) is type(len)
assert type(Greeter().greet) is not type(len)
print(type(items.append), type(Greeter().greet))
print(items.append.__name__, items.append.__self__ is items)
