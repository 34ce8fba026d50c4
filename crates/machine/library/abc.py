"""Abstract base classes.

`ABCMeta` leaves the names of a class's abstract methods in its `__abstractmethods__`;
making an instance of a class where that is not empty is refused by `object.__new__`.
"""

__atomic__ = True
__all__ = (
    "ABC", "ABCMeta", "abstractclassmethod", "abstractmethod", "abstractproperty",
    "abstractstaticmethod", "update_abstractmethods",
)


def abstractmethod(funcobj):
    """Mark a method as one that subclasses have to define."""
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractproperty(property):
    """A property that subclasses have to define (an old form)."""

    __isabstractmethod__ = True


class abstractclassmethod(classmethod):
    """A class method that subclasses have to define (an old form)."""

    __isabstractmethod__ = True


class abstractstaticmethod(staticmethod):
    """A static method that subclasses have to define (an old form)."""

    __isabstractmethod__ = True


def _is_abstract(value):
    if isinstance(value, (abstractproperty, abstractclassmethod, abstractstaticmethod)):
        return True
    if isinstance(value, property):
        accessors = (value.fget, value.fset, value.fdel)
        return any(getattr(each, "__isabstractmethod__", False) for each in accessors)
    if isinstance(value, (classmethod, staticmethod)):
        value = value.__func__
    return bool(getattr(value, "__isabstractmethod__", False))


class ABCMeta(type):
    """The metaclass of classes with abstract methods and registered subclasses."""

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        cls._abc_registry = ()
        update_abstractmethods(cls)
        return cls

    def register(cls, subclass):
        """Declare that `subclass` counts as a subclass, although it does not inherit."""
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError("Refusing to create an inheritance cycle")
        cls._abc_registry += (subclass,)
        return subclass

    def __instancecheck__(cls, instance):
        return cls.__subclasscheck__(instance.__class__)

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("issubclass() arg 1 must be a class")
        answer = cls.__subclasshook__(subclass)
        if answer is not NotImplemented:
            return answer
        if cls in subclass.__mro__:
            return True
        return any(
            issubclass(subclass, each) for each in (*cls._abc_registry, *cls.__subclasses__())
        )


def update_abstractmethods(cls):
    """Work out again which methods of a class are abstract."""
    if "_abc_registry" not in vars(cls):
        return cls
    names = {name for name, value in vars(cls).items() if _is_abstract(value)}
    for base in cls.__bases__:
        for name in getattr(base, "__abstractmethods__", ()):
            if _is_abstract(getattr(cls, name, None)):
                names.add(name)
    cls.__abstractmethods__ = frozenset(names)
    return cls


def __getattr__(name):
    # ABC has a metaclass, so it is made when first asked for.
    if name == "ABC":
        global ABC

        class ABC(metaclass=ABCMeta):
            """A class to inherit from instead of naming the metaclass."""

            __slots__ = ()

        return ABC
    raise AttributeError(f"module 'abc' has no attribute {name!r}")
