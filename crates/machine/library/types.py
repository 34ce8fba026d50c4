"""Names of the interpreter's own types, and small classes that belong to them.

Most are the machine's (`native/modules.rs`); those of annotations are taken from a value when they are asked for.
"""

from _recursion import guarded

__atomic__ = True
__all__ = (
    "FunctionType", "LambdaType", "CodeType", "MappingProxyType", "SimpleNamespace",
    "CellType", "GeneratorType", "CoroutineType", "AsyncGeneratorType", "MethodType",
    "BuiltinFunctionType", "BuiltinMethodType", "ModuleType", "TracebackType", "FrameType",
    "MemberDescriptorType", "new_class", "resolve_bases", "DynamicClassAttribute",
    "coroutine", "GenericAlias", "UnionType", "EllipsisType", "NoneType",
    "NotImplementedType",
)


class SimpleNamespace:
    """An object with the attributes it was given."""

    def __init__(self, /, **kwargs):
        self.__dict__.update(kwargs)

    def __repr__(self):
        return guarded(self, f"{_namespace_name(self)}(...)", _namespace_text)

    def __eq__(self, other):
        if not isinstance(other, SimpleNamespace):
            return NotImplemented
        return self.__dict__ == other.__dict__

    __hash__ = None


def _namespace_name(value):
    return "namespace" if type(value) is SimpleNamespace else type(value).__name__


def _namespace_text(value):
    items = ", ".join(f"{name}={item!r}" for name, item in value.__dict__.items())
    return f"{_namespace_name(value)}({items})"


class mappingproxy:
    """A view of a mapping that cannot be changed through it."""

    __module__ = "builtins"
    __slots__ = ("_mapping",)

    def __init__(self, mapping):
        if not hasattr(mapping, "__getitem__") or isinstance(mapping, (list, tuple)):
            raise TypeError(f"mappingproxy() argument must be a mapping, not {type(mapping).__name__}")
        self._mapping = mapping

    def __getitem__(self, key):
        return self._mapping[key]

    def __contains__(self, key):
        return key in self._mapping

    def __iter__(self):
        return iter(self._mapping)

    def __reversed__(self):
        return reversed(self._mapping)

    def __len__(self):
        return len(self._mapping)

    def __repr__(self):
        return f"mappingproxy({self._mapping!r})"

    def __str__(self):
        return str(self._mapping)

    def __eq__(self, other):
        return self._mapping == (other._mapping if isinstance(other, mappingproxy) else other)

    def __hash__(self):
        return hash(self._mapping)

    def __or__(self, other):
        return self._mapping | (other._mapping if isinstance(other, mappingproxy) else other)

    def __ror__(self, other):
        return other | self._mapping

    def copy(self):
        """A copy of the mapping itself."""
        return self._mapping.copy()

    def get(self, key, default=None):
        """The value of a key, or a default."""
        return self._mapping.get(key, default)

    def items(self):
        """The mapping's items."""
        return self._mapping.items()

    def keys(self):
        """The mapping's keys."""
        return self._mapping.keys()

    def values(self):
        """The mapping's values."""
        return self._mapping.values()


class DynamicClassAttribute:
    """A property of instances; on the class, the metaclass answers."""

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget = fget
        self.fset = fset
        self.fdel = fdel
        self.__doc__ = doc or fget.__doc__

    def __get__(self, instance, owner=None):
        if instance is None:
            raise AttributeError
        return self.fget(instance)


def new_class(name, bases=(), kwds=None, exec_body=None):
    """Make a class whose body is a function that fills its namespace."""
    keywords = dict(kwds or {})
    bases = resolve_bases(bases)
    metaclass = keywords.pop("metaclass", type(bases[0]) if bases else type)
    namespace = metaclass.__prepare__(name, bases, **keywords)
    if exec_body is not None:
        exec_body(namespace)
    namespace.setdefault("__module__", "types")
    return metaclass(name, bases, namespace, **keywords)


def resolve_bases(bases):
    """The bases of a class, with those that only stand for others replaced."""
    resolved = []
    for base in bases:
        if not isinstance(base, type) and hasattr(base, "__mro_entries__"):
            resolved += base.__mro_entries__(bases)
        else:
            resolved.append(base)
    return tuple(resolved)


def coroutine(func):
    """Let a generator function be awaited: it is called in a coroutine of its own."""

    async def awaitable(*args, **kwargs):
        return await _Awaited(func(*args, **kwargs))

    return awaitable


class _Awaited:
    __slots__ = ("_generator",)

    def __init__(self, generator):
        self._generator = generator

    def __await__(self):
        return (yield from self._generator)


class _MemberDescriptor:
    """What a slot is on its class; slots are the machine's own affair here."""

    __qualname__ = "member_descriptor"
    __module__ = "builtins"


MappingProxyType = mappingproxy
MemberDescriptorType = _MemberDescriptor


def __getattr__(name):
    match name:
        case "GenericAlias":
            return type(list[int])
        case "UnionType":
            return type(int | str)
    raise AttributeError(f"module 'types' has no attribute {name!r}")
