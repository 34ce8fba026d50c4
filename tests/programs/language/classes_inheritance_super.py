# Inheritance and super().
class Animal:
    def __init__(self, name):
        self.name = name
    def speak(self):
        return "..."
    def describe(self):
        return f"{self.name} says {self.speak()}"

class Dog(Animal):
    def speak(self):
        return "Woof"

class Puppy(Dog):
    def __init__(self, name, age):
        super().__init__(name)
        self.age = age
    def speak(self):
        return super().speak().lower()

print(Animal("It").describe(), Dog("Rex").describe(), Puppy("Bit", 1).describe())
print(issubclass(Puppy, Animal), isinstance(Dog("x"), Puppy), issubclass(Dog, (int, Animal)))
print(Puppy.__bases__, Puppy.__mro__)
print(super(Puppy, Puppy("a", 1)).speak())

class Base:
    @classmethod
    def make(cls):
        return cls.__name__
    @staticmethod
    def helper():
        return "base helper"

class Derived(Base):
    @classmethod
    def make(cls):
        return "derived " + super().make()
    @staticmethod
    def helper():
        return "derived helper"

print(Derived.make(), Derived().make(), Base.make(), Derived.helper())
try:
    super().anything
except RuntimeError as error:
    print(error)
try:
    class Bad(5): pass
except TypeError as error:
    print("TypeError")
try:
    Animal.speak()
except TypeError as error:
    print(error)
try:
    isinstance(1, 2)
except TypeError as error:
    print(error)
try:
    issubclass(1, int)
except TypeError as error:
    print(error)
