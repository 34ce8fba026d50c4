# Abstract classes cannot be instantiated.
from abc import ABC, ABCMeta, abstractmethod
class Shape(ABC):
    @abstractmethod
    def area(self): ...
    @property
    @abstractmethod
    def name(self): ...
    def describe(self):
        return f"{self.name} {self.area()}"
class Square(Shape):
    def __init__(self, a): self.a = a
    def area(self): return self.a ** 2
    @property
    def name(self): return "square"
class Half(Shape):
    def area(self): return 0
class Other(metaclass=ABCMeta):
    @classmethod
    @abstractmethod
    def make(cls): ...
    @staticmethod
    @abstractmethod
    def help(): ...
    @abstractmethod
    def third(self): ...
print(Square(3).describe(), isinstance(Square(1), Shape), sorted(Shape.__abstractmethods__), Half.__abstractmethods__)
for cls in (Shape, Half, Other):
    try:
        cls()
    except TypeError as error:
        print(error)
class Duck: pass
Shape.register(Duck)
print(issubclass(Duck, Shape), isinstance(Duck(), Shape), Duck.__mro__ == (Duck, object))
class Hooked(ABC):
    @classmethod
    def __subclasshook__(cls, other):
        return hasattr(other, "quack") or NotImplemented
class Quacks:
    def quack(self): pass
print(isinstance(Quacks(), Hooked), isinstance(5, Hooked), type(Shape).__name__)
class Partly(Shape):
    def area(self): return super().area()
    name = "attribute"
print(Partly().describe())
try:
    issubclass(5, Shape)
except TypeError as error:
    print(error)
