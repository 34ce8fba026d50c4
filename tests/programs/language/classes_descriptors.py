# Descriptors: data and non-data.
class Typed:
    def __init__(self, kind):
        self.kind = kind
    def __set_name__(self, owner, name):
        print("named", owner.__name__, name)
        self.name = name
    def __get__(self, instance, owner):
        if instance is None:
            return self
        return instance.__dict__.get(self.name, "unset")
    def __set__(self, instance, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name} must be {self.kind.__name__}")
        instance.__dict__[self.name] = value
    def __delete__(self, instance):
        del instance.__dict__[self.name]

class Person:
    name = Typed(str)
    age = Typed(int)

p = Person()
print(p.name)
p.name, p.age = "Ann", 30
print(p.name, p.age, p.__dict__)
try:
    p.age = "old"
except TypeError as error:
    print(error)
del p.age
print(p.age, type(Person.age).__name__)

class NonData:
    def __get__(self, instance, owner):
        return "from descriptor"
class Uses:
    attr = NonData()
u = Uses()
print(u.attr)
u.__dict__["attr"] = "from instance"
print(u.attr)

class ReadOnly:
    def __get__(self, instance, owner):
        return 7
    def __set__(self, instance, value):
        raise AttributeError("read only")
class Holder:
    seven = ReadOnly()
h = Holder()
h.__dict__["seven"] = 8
print(h.seven)
try:
    h.seven = 9
except AttributeError as error:
    print(error)
class Bound:
    def __init__(self, function):
        self.function = function
    def __get__(self, instance, owner):
        return lambda *args: self.function(instance, *args)
class Methods:
    @Bound
    def double(self, x):
        return x * 2
print(Methods().double(21))
