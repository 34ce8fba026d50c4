"""Names for annotations.

Nothing here checks anything: subscripting a name gives an object that knows what it was
made from, prints itself, and can be a base class. Names are made when first asked for.
"""

import _interleave
import collections.abc
import types
from abc import ABCMeta

__atomic__ = True
__all__ = (
    "Annotated", "Any", "Callable", "ClassVar", "Concatenate", "Final", "ForwardRef", "Generic",
    "Literal", "Optional", "ParamSpec", "Protocol", "Tuple", "Type", "TypeVar", "TypeVarTuple",
    "Union", "AbstractSet", "Container", "Hashable", "ItemsView", "Iterable", "Iterator",
    "KeysView", "Mapping", "MappingView", "MutableMapping", "MutableSequence", "MutableSet",
    "Sequence", "Sized", "ValuesView", "Awaitable", "AsyncIterator", "AsyncIterable",
    "Coroutine", "Collection", "AsyncGenerator", "AsyncContextManager", "Reversible",
    "SupportsAbs", "SupportsBytes", "SupportsFloat", "SupportsIndex", "SupportsInt",
    "SupportsRound", "ChainMap", "Counter", "Deque", "Dict", "DefaultDict", "List",
    "OrderedDict", "Set", "FrozenSet", "NamedTuple", "TypedDict", "Generator", "AnyStr",
    "assert_never", "assert_type", "cast", "final", "get_args", "get_origin", "get_type_hints",
    "is_typeddict", "LiteralString", "Never", "NewType", "no_type_check", "NoReturn",
    "NotRequired", "overload", "Required", "reveal_type", "runtime_checkable", "Self", "Text",
    "TYPE_CHECKING", "TypeAlias", "TypeGuard", "Unpack",
)

TYPE_CHECKING = False
Text = str


def _text(argument):
    """How an argument of a subscription is written."""
    if argument is ...:
        return "..."
    if isinstance(argument, type) and not isinstance(argument, types.GenericAlias):
        if argument.__module__ == "builtins":
            return argument.__qualname__
        return f"{argument.__module__}.{argument.__qualname__}"
    if isinstance(argument, list):
        return f"[{', '.join(map(_text, argument))}]"
    return repr(argument)


class ForwardRef:
    """A name that is not defined yet."""

    def __init__(self, arg):
        self.__forward_arg__ = arg

    def __repr__(self):
        return f"ForwardRef({self.__forward_arg__!r})"

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        return self.__forward_arg__ == other.__forward_arg__

    def __hash__(self):
        return hash(self.__forward_arg__)

    def __or__(self, other):
        return _union((self, other))

    def __ror__(self, other):
        return _union((other, self))


def _argument(value):
    if value is None:
        return type(None)
    return ForwardRef(value) if isinstance(value, str) else value


def _arguments(values):
    return tuple(map(_argument, values if isinstance(values, tuple) else (values,)))


class _Form:
    """A name such as `List` or `Optional`, before it is subscripted."""

    def __init__(self, name, origin):
        self._name = name
        self.__origin__ = origin

    def __repr__(self):
        return f"typing.{self._name}"

    def __getitem__(self, values):
        match self._name:
            case "Union":
                return _union(_arguments(values))
            case "Optional":
                return _union((_argument(values), type(None)))
            case "Literal":
                return _Subscripted(self, values if isinstance(values, tuple) else (values,))
            case "Annotated":
                return _Subscripted(self, (_argument(values[0]), *values[1:]))
            case "Callable" if isinstance(values[0], list):
                return _Subscripted(self, (list(map(_argument, values[0])), _argument(values[1])))
        return _Subscripted(self, _arguments(values))

    def __or__(self, other):
        return _union((self, other))

    def __ror__(self, other):
        return _union((other, self))

    def __call__(self, *args, **kwargs):
        if self.__origin__ is None:
            raise TypeError(f"Cannot instantiate {self!r}")
        name = self.__origin__.__name__
        raise TypeError(f"Type {self._name} cannot be instantiated; use {name}() instead")

    def __instancecheck__(self, instance):
        return self.__subclasscheck__(type(instance))

    def __subclasscheck__(self, cls):
        if self.__origin__ is None:
            raise TypeError(f"{self!r} cannot be used with isinstance()")
        return issubclass(cls, self.__origin__)

    def __mro_entries__(self, bases):
        if self.__origin__ is None:
            raise TypeError(f"Cannot subclass {self!r}")
        return (self.__origin__,)


class _Subscripted:
    """A name with its arguments, such as `List[int]`."""

    def __init__(self, form, args):
        self._form = form
        self.__args__ = args
        self.__origin__ = form if isinstance(form, type) or form.__origin__ is None else form.__origin__

    def __repr__(self):
        name = _text(self._form)
        match getattr(self._form, "_name", ""):
            case "Union" if len(self.__args__) == 2 and type(None) in self.__args__:
                (other,) = [each for each in self.__args__ if each is not type(None)]
                return f"typing.Optional[{_text(other)}]"
            case "Literal":
                return f"{name}[{', '.join(map(repr, self.__args__))}]"
            case "Annotated":
                first, *rest = self.__args__
                return f"{name}[{', '.join([_text(first), *map(repr, rest)])}]"
        return f"{name}[{', '.join(map(_text, self.__args__)) or '()'}]"

    def _key(self):
        if getattr(self._form, "_name", "") in ("Union", "Literal"):
            return self._form, frozenset(self.__args__)
        return self._form, tuple([tuple(each) if isinstance(each, list) else each for each in self.__args__])

    def __eq__(self, other):
        if not isinstance(other, _Subscripted):
            return NotImplemented
        return self._key() == other._key()

    def __hash__(self):
        return hash(self._key())

    @property
    def __parameters__(self):
        """The type variables among the arguments."""
        found = {}
        for each in self.__args__:
            if isinstance(each, TypeVar):
                found[each] = None
            else:
                found.update(dict.fromkeys(getattr(each, "__parameters__", ())))
        return tuple(found)

    def __getitem__(self, values):
        given = dict(zip(self.__parameters__, _arguments(values)))
        return _Subscripted(
            self._form,
            tuple(
                [
                    given.get(each, each) if isinstance(each, TypeVar)
                    else each[tuple([given[one] for one in each.__parameters__])]
                    if getattr(each, "__parameters__", ()) else each
                    for each in self.__args__
                ]
            ),
        )

    def __call__(self, *args, **kwargs):
        if isinstance(self._form, type):
            made = self._form(*args, **kwargs)
            try:
                made.__orig_class__ = self
            except AttributeError:
                # The class has only slots.
                return made
            return made
        return self._form(*args, **kwargs)

    def __getattr__(self, name):
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    def __or__(self, other):
        return _union((self, other))

    def __ror__(self, other):
        return _union((other, self))

    def __instancecheck__(self, instance):
        return self.__subclasscheck__(type(instance))

    def __subclasscheck__(self, cls):
        if getattr(self._form, "_name", "") == "Union":
            return any(issubclass(cls, each) for each in self.__args__)
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __mro_entries__(self, bases):
        if not isinstance(self._form, type):
            return self._form.__mro_entries__(bases)
        # `Generic[T]` adds nothing where another base is generic already.
        if self._form is Generic and any(
            isinstance(base, _Subscripted) and base is not self and isinstance(base._form, type)
            for base in bases
        ):
            return ()
        return (self._form,)


def _union(members):
    flat = {}
    for member in members:
        inner = _argument(member)
        flat.update(dict.fromkeys(inner.__args__ if _is_union(inner) else (inner,)))
    if len(flat) == 1:
        return next(iter(flat))
    return _Subscripted(__getattr__("Union"), tuple(flat))


def _is_union(value):
    if isinstance(value, _Subscripted):
        return getattr(value._form, "_name", "") == "Union"
    return isinstance(value, types.UnionType)


class TypeVar:
    """A variable for a type."""

    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")
        self.__name__ = name
        self.__constraints__ = constraints
        self.__bound__ = bound
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant
        self.__module__ = _interleave.caller()[3]

    def __repr__(self):
        sign = "+" if self.__covariant__ else "-" if self.__contravariant__ else "~"
        return sign + self.__name__

    def __or__(self, other):
        return _union((self, other))

    def __ror__(self, other):
        return _union((other, self))


class ParamSpec(TypeVar):
    """A variable for the parameters of a callable."""

    @property
    def args(self):
        """The positional arguments."""
        return f"{self.__name__}.args"

    @property
    def kwargs(self):
        """The keyword arguments."""
        return f"{self.__name__}.kwargs"


class TypeVarTuple:
    """A variable for any number of types."""

    def __init__(self, name):
        self.__name__ = name

    def __repr__(self):
        return self.__name__

    def __iter__(self):
        yield __getattr__("Unpack")[self]


class NewType:
    """A function that returns its argument, and a name for what it stands for."""

    def __init__(self, name, tp):
        self.__name__ = self.__qualname__ = name
        self.__supertype__ = tp
        self.__module__ = _interleave.caller()[3]

    def __call__(self, x):
        return x

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"

    def __or__(self, other):
        return _union((self, other))

    def __ror__(self, other):
        return _union((other, self))


class Generic:
    """A base of classes that can be subscripted."""

    __slots__ = ()

    def __class_getitem__(cls, values):
        return _Subscripted(cls, _arguments(values))


class _ProtocolMeta(ABCMeta):
    """The metaclass of protocols: those marked so recognise classes by their members."""

    def __init__(cls, name, bases, namespace, **kwargs):
        super().__init__(name, bases, namespace, **kwargs)
        # Only a class that names Protocol itself is a protocol; others implement it.
        cls._is_protocol = any("_is_root" in vars(base) for base in bases)
        if cls._is_protocol:
            own = [*namespace.get("__annotations__", ()), *namespace]
            inherited = [each for base in bases for each in getattr(base, "_members", ())]
            ordinary = ("__annotations__", "__doc__", "__module__", "__qualname__", "__dict__",
                        "__weakref__", "__slots__", "__init__", "__orig_bases__", "_is_root")
            cls._members = tuple([each for each in (*inherited, *own) if each not in ordinary])
            cls._is_checkable = False

    def __call__(cls, *args, **kwargs):
        if cls._is_protocol:
            raise TypeError("Protocols cannot be instantiated")
        return super().__call__(*args, **kwargs)

    def __instancecheck__(cls, instance):
        if cls._is_protocol:
            if not cls._is_checkable:
                raise TypeError(
                    "Instance and class checks can only be used with @runtime_checkable protocols"
                )
            if all(hasattr(instance, each) for each in cls._members):
                return True
        return super().__instancecheck__(instance)

    def __subclasscheck__(cls, subclass):
        if cls._is_protocol:
            if not cls._is_checkable:
                raise TypeError(
                    "Instance and class checks can only be used with @runtime_checkable protocols"
                )
            if all(hasattr(subclass, each) for each in cls._members):
                return True
        return super().__subclasscheck__(subclass)


def runtime_checkable(cls):
    """Let isinstance() ask whether an object has all members of a protocol."""
    if not getattr(cls, "_is_protocol", False):
        raise TypeError(
            f"@runtime_checkable can be only applied to protocol classes, got {cls!r}"
        )
    cls._is_checkable = True
    return cls


class _NamedTupleForm:
    """`NamedTuple`, as a base class or as a function."""

    def __repr__(self):
        return "<function NamedTuple>"

    def __mro_entries__(self, bases):
        return (_named_tuple_base(),)

    def __call__(self, typename, fields=None, /, **kwargs):
        pairs = list(kwargs.items() if fields is None else fields)
        names = tuple([name for name, _ in pairs])
        made = collections.named_tuple_class(typename, names, {}, _interleave.caller()[3])
        made.__annotations__ = dict(pairs)
        return made


class _NamedTupleMeta(type):
    """Makes what derives from NamedTuple a tuple with named items instead."""

    def __new__(mcls, name, bases, namespace):
        if not bases:
            return super().__new__(mcls, name, bases, namespace)
        annotations = namespace.get("__annotations__", {})
        defaults = {}
        for each in annotations:
            if each in namespace:
                defaults[each] = namespace[each]
            elif defaults:
                names = ", ".join(defaults)
                plural = "s" if len(defaults) > 1 else ""
                raise TypeError(
                    f"Non-default namedtuple field {each} cannot follow default field{plural} {names}"
                )
        made = collections.named_tuple_class(
            name, tuple(annotations), defaults, namespace["__module__"]
        )
        for key, value in namespace.items():
            if key in ("__new__", "_fields", "_make", "_replace", "_asdict"):
                raise AttributeError(f"Cannot overwrite NamedTuple attribute {key}")
            if key not in annotations and key not in ("__module__", "__orig_bases__"):
                setattr(made, key, value)
        return made


class _TypedDictForm:
    """`TypedDict`, as a base class or as a function."""

    def __repr__(self):
        return "<function TypedDict>"

    def __mro_entries__(self, bases):
        return (_typed_dict_base(),)

    def __call__(self, typename, fields=None, /, *, total=True):
        namespace = {"__annotations__": dict(fields or {}), "__module__": _interleave.caller()[3]}
        return _TypedDictMeta(typename, (_typed_dict_base(),), namespace, total=total)


class _TypedDictMeta(type):
    """Makes what derives from TypedDict a maker of plain dicts."""

    def __new__(mcls, name, bases, namespace, total=True):
        made = super().__new__(mcls, name, (dict,), namespace)
        annotations = {}
        required = set()
        for base in bases:
            annotations.update(getattr(base, "__annotations__", {}))
            required |= getattr(base, "__required_keys__", frozenset())
        own = namespace.get("__annotations__", {})
        if total:
            required |= own.keys()
        made.__annotations__ = {**annotations, **own}
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(made.__annotations__.keys() - required)
        made.__total__ = total
        return made

    def __init__(cls, name, bases, namespace, total=True):
        super().__init__(name, bases, namespace)

    def __call__(cls, *args, **kwargs):
        return dict(*args, **kwargs)

    def __instancecheck__(cls, instance):
        raise TypeError("TypedDict does not support instance and class checks")

    def __subclasscheck__(cls, subclass):
        raise TypeError("TypedDict does not support instance and class checks")


_bases = None


def _base(name, make):
    global _bases
    if _bases is None:
        _bases = {}
    if name not in _bases:
        _bases[name] = make()
    return _bases[name]


def _named_tuple_base():
    return _base("_NamedTuple", lambda: _NamedTupleMeta("NamedTuple", (), {}))


def _typed_dict_base():
    return _base("_TypedDict", lambda: type.__new__(_TypedDictMeta, "TypedDict", (dict,), {}))


def is_typeddict(tp):
    """Whether this class was made from TypedDict."""
    return isinstance(tp, _TypedDictMeta)


def cast(typ, val):
    """The value; only checkers of types look at the type."""
    return val


def assert_type(val, typ, /):
    """The value; only checkers of types look at the type."""
    return val


def reveal_type(obj, /):
    """The value, after its type was written to standard error."""
    _interleave.write(2, f"Runtime type is {type(obj).__name__!r}\n")
    return obj


def assert_never(arg, /):
    """Say that a place is never reached."""
    text = repr(arg)
    if len(text) > 100:
        text = text[:100] + "..."
    raise AssertionError(f"Expected code to be unreachable, but got: {text}")


def final(f):
    """Mark what nobody shall override or derive from."""
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        # Not everything takes attributes, and the mark is only for readers.
        return f
    return f


def no_type_check(arg):
    """Without effect."""
    return arg


def overload(func):
    """Mark one of several signatures; the last definition, without it, is the function."""
    return _overload_dummy


def _overload_dummy(*args, **kwds):
    raise NotImplementedError(
        "You should not call an overloaded function. "
        "A series of @overload-decorated functions "
        "outside a stub module should always be followed "
        "by an implementation that is not @overload-ed."
    )


def get_origin(tp):
    """What was subscripted: `list` for `List[int]`; None if nothing was."""
    return getattr(tp, "__origin__", types.UnionType if isinstance(tp, types.UnionType) else None)


def get_args(tp):
    """The arguments of a subscription."""
    args = getattr(tp, "__args__", ())
    if args and isinstance(args[0], list):
        return args
    return tuple(args)


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """The annotations of a class with its bases, or of a function, as they are."""
    if not isinstance(obj, type):
        return dict(getattr(obj, "__annotations__", None) or {})
    hints = {}
    for base in reversed(obj.__mro__):
        hints.update(vars(base).get("__annotations__", {}))
    return hints


# Special names that have no class behind them.
_FORMS = (
    "Any", "Union", "Optional", "Literal", "Final", "ClassVar", "Annotated", "Concatenate",
    "TypeGuard", "Required", "NotRequired", "Self", "Never", "NoReturn", "LiteralString",
    "Unpack", "TypeAlias",
)
# Names of classes in `collections.abc` that are called the same here.
_ABSTRACT = (
    "Hashable", "Awaitable", "Coroutine", "AsyncIterable", "AsyncIterator", "AsyncGenerator",
    "Iterable", "Iterator", "Generator", "Reversible", "Sized", "Container", "Collection",
    "Callable", "MutableSet", "Mapping", "MutableMapping", "MappingView", "KeysView",
    "ItemsView", "ValuesView", "Sequence", "ByteString", "MutableSequence",
)
_PROTOCOLS = (
    ("SupportsInt", "__int__"), ("SupportsFloat", "__float__"), ("SupportsBytes", "__bytes__"),
    ("SupportsIndex", "__index__"), ("SupportsAbs", "__abs__"), ("SupportsRound", "__round__"),
)


def __getattr__(name):
    made = _make(name)
    if made is None:
        raise AttributeError(f"module 'typing' has no attribute {name!r}")
    return _base(name, lambda: made)


def _make(name):
    if _bases is not None and name in _bases:
        return _bases[name]
    if name in _FORMS:
        return _Form(name, None)
    if name in _ABSTRACT:
        return _Form(name, getattr(collections.abc, name))
    for known, method in _PROTOCOLS:
        if known == name:
            protocol = _ProtocolMeta(name, (_make("Protocol"),), {method: None, "__module__": "typing"})
            return runtime_checkable(protocol)
    match name:
        case "List":
            return _Form(name, list)
        case "Dict":
            return _Form(name, dict)
        case "Set":
            return _Form(name, set)
        case "FrozenSet":
            return _Form(name, frozenset)
        case "Tuple":
            return _Form(name, tuple)
        case "Type":
            return _Form(name, type)
        case "Deque":
            return _Form(name, collections.deque)
        case "DefaultDict":
            return _Form(name, collections.defaultdict)
        case "OrderedDict":
            return _Form(name, collections.OrderedDict)
        case "Counter":
            return _Form(name, collections.Counter)
        case "ChainMap":
            return _Form(name, collections.ChainMap)
        case "AbstractSet":
                return _Form(name, collections.abc.Set)
        case "ContextManager" | "AsyncContextManager":
            import contextlib

            return _Form(name, getattr(contextlib, "Abstract" + name))
        case "IO" | "TextIO" | "BinaryIO" | "Pattern" | "Match":
            return _Form(name, None)
        case "AnyStr":
            return TypeVar("AnyStr", bytes, str)
        case "NamedTuple":
            return _NamedTupleForm()
        case "TypedDict":
            return _TypedDictForm()
        case "Protocol":
            namespace = {"__module__": "typing", "_is_root": True, "__slots__": ()}
            return _ProtocolMeta("Protocol", (Generic,), namespace)
    return None
