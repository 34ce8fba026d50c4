"""Classes that are mainly data.

Annotations say what the fields are. They are never evaluated, so they may be texts; which
of them are `ClassVar`, `InitVar` and `KW_ONLY` is seen by the name they begin with.
"""

import abc
import copy
import types
from _binding import Signature
from _recursion import guarded

__atomic__ = True
__all__ = (
    "dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING",
    "fields", "asdict", "astuple", "make_dataclass", "replace", "is_dataclass",
)


class FrozenInstanceError(AttributeError):
    """An attempt to change a frozen instance."""


class MISSING:
    """Stands for a default that was not given."""


class KW_ONLY:
    """As an annotation: the fields after it are given by keyword only."""


class InitVar:
    """As an annotation: a parameter of `__init__` that becomes no field."""

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        name = self.type.__name__ if isinstance(self.type, type) else repr(self.type)
        return f"dataclasses.InitVar[{name}]"

    def __class_getitem__(cls, type):
        return InitVar(type)


class _Factory:
    """Stands for the result of a default factory, which is called for each instance."""


class Field:
    """One field of a dataclass."""

    __slots__ = (
        "name", "type", "default", "default_factory", "repr", "hash", "init", "compare",
        "metadata", "kw_only", "_field_type",
    )

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = types.MappingProxyType({} if metadata is None else metadata)
        self.kw_only = kw_only
        # "field", "InitVar" or "ClassVar".
        self._field_type = None

    def __repr__(self):
        return guarded(self, "...", _field_text)

    @property
    def _has_default(self):
        return self.default is not MISSING or self.default_factory is not MISSING


def _field_text(f):
    return (
        f"Field(name={f.name!r},type={f.type!r},default={f.default!r},"
        f"default_factory={f.default_factory!r},init={f.init!r},repr={f.repr!r},"
        f"hash={f.hash!r},compare={f.compare!r},metadata={f.metadata!r},kw_only={f.kw_only!r},"
        f"_field_type={f._field_type})"
    )


def field(
    *, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True,
    metadata=None, kw_only=MISSING,
):
    """Say more about a field than its default value."""
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def dataclass(
    cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
    match_args=True, kw_only=False, slots=False, weakref_slot=False,
):
    """Add the methods that follow from the class's fields."""
    options = _Options(init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)
    if cls is None:
        return lambda cls: _process(cls, options)
    return _process(cls, options)


class _Options:
    """What the decorator was asked for."""

    __slots__ = (
        "init", "repr", "eq", "order", "unsafe_hash", "frozen", "match_args", "kw_only", "slots",
        "weakref_slot",
    )

    def __init__(
        self, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot
    ):
        self.init = init
        self.repr = repr
        self.eq = eq
        self.order = order
        self.unsafe_hash = unsafe_hash
        self.frozen = frozen
        self.match_args = match_args
        self.kw_only = kw_only
        self.slots = slots
        self.weakref_slot = weakref_slot

    def __repr__(self):
        values = ",".join(f"{name}={getattr(self, name)!r}" for name in self.__slots__[:6])
        return f"_DataclassParams({values})"


def _process(cls, options):
    inherited, bases_frozen = _inherited_fields(cls)
    own = _own_fields(cls, options.kw_only)
    every = {**inherited, **{f.name: f for f in own}}
    _tidy_class_attributes(cls, own)
    if bases_frozen:
        if True in bases_frozen and not options.frozen:
            raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
        if False in bases_frozen and options.frozen:
            raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    if options.order and not options.eq:
        raise ValueError("eq must be true if order is true")
    if options.weakref_slot and not options.slots:
        raise TypeError("weakref_slot is True but slots is False")
    explicit_hash = _has_explicit_hash(cls)
    cls.__dataclass_fields__ = every
    cls.__dataclass_params__ = options
    real = [f for f in every.values() if f._field_type == "field"]
    parameters = [f for f in every.values() if f.init and f._field_type != "ClassVar"]
    positional = [f for f in parameters if not f.kw_only]
    _add_methods(cls, options, every, real, parameters, positional)
    _add_hash(cls, options, explicit_hash, real)
    if not getattr(cls, "__doc__"):
        cls.__doc__ = _signature_text(cls, parameters if options.init else ())
    if options.match_args and "__match_args__" not in vars(cls):
        cls.__match_args__ = tuple([f.name for f in positional])
    if options.slots:
        cls = _with_slots(cls, options, real)
    abc.update_abstractmethods(cls)
    return cls


def _inherited_fields(cls):
    every = {}
    frozen = []
    for base in reversed(cls.__mro__[1:]):
        fields = getattr(base, "__dataclass_fields__", None)
        if fields is not None:
            every.update(fields)
            if base in cls.__bases__ or "__dataclass_params__" in vars(base):
                frozen.append(base.__dataclass_params__.frozen)
    return every, frozen


def _own_fields(cls, kw_only):
    annotations = vars(cls).get("__annotations__", {})
    own = []
    keyword_from_here = False
    for name, annotation in annotations.items():
        kind = _kind(annotation)
        if kind == "KW_ONLY":
            if keyword_from_here:
                raise TypeError(f"{name!r} is KW_ONLY, but KW_ONLY has already been specified")
            keyword_from_here = kw_only = True
            continue
        own.append(_one_field(cls, name, annotation, kind, kw_only))
    for name, value in vars(cls).items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f"{name!r} is a field but has no type annotation")
    return own


def _kind(annotation):
    """`ClassVar`, `InitVar`, `KW_ONLY` or `field`, by the annotation's text."""
    if annotation is KW_ONLY:
        return "KW_ONLY"
    if annotation is InitVar:
        return "InitVar"
    text = annotation if isinstance(annotation, str) else repr(annotation)
    name = text.strip("'\" ").partition("[")[0].rpartition(".")[2].strip()
    return name if name in ("ClassVar", "InitVar", "KW_ONLY") else "field"


def _one_field(cls, name, annotation, kind, kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        made = default
    else:
        if isinstance(default, types.MemberDescriptorType):
            # A name among a base's __slots__ is no default.
            default = MISSING
        made = field(default=default)
    made.name = name
    made.type = annotation
    made._field_type = kind
    if kind in ("ClassVar", "InitVar") and made.default_factory is not MISSING:
        raise TypeError(f"field {name} cannot have a default factory")
    if kind == "ClassVar":
        if made.kw_only is not MISSING:
            raise TypeError(f"field {name} is a ClassVar but specifies kw_only")
    elif made.kw_only is MISSING:
        made.kw_only = kw_only
    # What cannot be hashed can most likely be changed, and would be shared by all.
    if kind == "field" and type(made.default).__hash__ is None:
        raise ValueError(
            f"mutable default {type(made.default)} for field {name} is not allowed: "
            "use default_factory"
        )
    return made


def _tidy_class_attributes(cls, own):
    """Leave the default values in the class, where they belong, not the Field objects."""
    for f in own:
        if isinstance(getattr(cls, f.name, None), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)


def _has_explicit_hash(cls):
    if "__hash__" not in vars(cls):
        return False
    # Where only __eq__ is written, Python itself sets __hash__ to None.
    return not (vars(cls)["__hash__"] is None and "__eq__" in vars(cls))


def _set_method(cls, name, method):
    """Add a method, unless the class has its own; returns whether it has."""
    if name in vars(cls):
        return True
    method.__name__ = name
    method.__qualname__ = f"{cls.__qualname__}.{name}"
    setattr(cls, name, method)
    return False


def _add_methods(cls, options, every, real, parameters, positional):
    if options.init:
        keyword = [f for f in parameters if f.kw_only]
        _refuse_gap(positional)
        init = _make_init(cls, options.frozen, options.slots, every, positional, keyword)
        _set_method(cls, "__init__", init)
    if options.repr:
        shown = [f.name for f in real if f.repr]

        def describe(self):
            items = ", ".join([f"{name}={getattr(self, name)!r}" for name in shown])
            return f"{type(self).__qualname__}({items})"

        def __repr__(self):
            return guarded(self, "...", describe)

        _set_method(cls, "__repr__", __repr__)
    compared = [f.name for f in real if f.compare]
    if options.eq:

        def __eq__(self, other):
            if type(other) is not type(self):
                return NotImplemented
            return _values(self, compared) == _values(other, compared)

        _set_method(cls, "__eq__", __eq__)
    if options.order:
        for name, method in _orderings(compared).items():
            if _set_method(cls, name, method):
                raise TypeError(
                    f"Cannot overwrite attribute {name} in class {cls.__name__}. "
                    "Consider using functools.total_ordering"
                )
    if options.frozen:
        for name, method in _freezing(cls, [f.name for f in real]).items():
            if _set_method(cls, name, method):
                raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}")


def _values(self, names):
    return tuple([getattr(self, name) for name in names])


def _refuse_gap(positional):
    with_default = False
    for f in positional:
        if f._has_default:
            with_default = True
        elif with_default:
            raise TypeError(f"non-default argument {f.name!r} follows default argument")


def _make_init(cls, frozen, slots, every, positional, keyword):
    defaults = {}
    for f in (*positional, *keyword):
        if f.default is not MISSING:
            defaults[f.name] = f.default
        elif f.default_factory is not MISSING:
            defaults[f.name] = _Factory
    signature = Signature(
        f"{cls.__qualname__}.__init__",
        tuple([f.name for f in positional]),
        defaults,
        tuple([f.name for f in keyword]),
    )
    # In the order of the class, which is the order in which factories are called.
    assigned = [
        f
        for f in every.values()
        if f._field_type == "field" and (f.init or f.default_factory is not MISSING or slots and f._has_default)
    ]
    init_only = [f.name for f in every.values() if f._field_type == "InitVar"]
    assign = object.__setattr__ if frozen else setattr

    def __init__(self, /, *args, **kwargs):
        bound = signature.bind(args, kwargs)
        for f in assigned:
            name = f.name
            value = bound[name] if f.init else _Factory if f.default is MISSING else f.default
            assign(self, name, f.default_factory() if value is _Factory else value)
        if hasattr(self, "__post_init__"):
            self.__post_init__(*[bound[name] for name in init_only])

    return __init__


def _orderings(names):
    def __lt__(self, other):
        if type(other) is not type(self):
            return NotImplemented
        return _values(self, names) < _values(other, names)

    def __le__(self, other):
        if type(other) is not type(self):
            return NotImplemented
        return _values(self, names) <= _values(other, names)

    def __gt__(self, other):
        if type(other) is not type(self):
            return NotImplemented
        return _values(self, names) > _values(other, names)

    def __ge__(self, other):
        if type(other) is not type(self):
            return NotImplemented
        return _values(self, names) >= _values(other, names)

    return {"__lt__": __lt__, "__le__": __le__, "__gt__": __gt__, "__ge__": __ge__}


def _freezing(cls, names):
    def __setattr__(self, name, value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot assign to field {name!r}")
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot delete field {name!r}")
        super(cls, self).__delattr__(name)

    return {"__setattr__": __setattr__, "__delattr__": __delattr__}


def _add_hash(cls, options, explicit, real):
    if options.unsafe_hash:
        if explicit:
            raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
    elif explicit or not options.eq:
        return
    elif not options.frozen:
        cls.__hash__ = None
        return
    hashed = [f.name for f in real if (f.compare if f.hash is None else f.hash)]

    def __hash__(self):
        return hash(_values(self, hashed))

    __hash__.__qualname__ = f"{cls.__qualname__}.__hash__"
    cls.__hash__ = __hash__


def _signature_text(cls, parameters):
    parts = []
    starred = False
    # Fields by keyword come last.
    for f in sorted(parameters, key=_is_keyword_only):
        if f.kw_only and not starred:
            starred = True
            parts.append("*")
        text = f"{f.name}: {_annotation_text(f.type)}"
        if f.default is not MISSING:
            text += f" = {f.default!r}"
        elif f.default_factory is not MISSING:
            text += " = <factory>"
        parts.append(text)
    return f"{cls.__name__}({', '.join(parts)})"


def _is_keyword_only(f):
    return bool(f.kw_only)


def _annotation_text(annotation):
    if isinstance(annotation, str):
        return annotation
    if isinstance(annotation, type) and not isinstance(annotation, types.GenericAlias):
        module = annotation.__module__
        prefix = "" if module == "builtins" else module + "."
        return prefix + annotation.__qualname__
    return repr(annotation).replace("typing.", "")


def _with_slots(cls, options, real):
    """The same class made anew, since slots can only be had from the beginning."""
    if "__slots__" in vars(cls):
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    inherited = set()
    for base in cls.__mro__[1:]:
        slots = vars(base).get("__slots__", ())
        inherited.update((slots,) if isinstance(slots, str) else slots)
    names = [f.name for f in real]
    namespace = {
        name: value
        for name, value in vars(cls).items()
        if name not in names and name not in ("__dict__", "__weakref__")
    }
    slots = [name for name in names if name not in inherited]
    if options.weakref_slot:
        slots.append("__weakref__")
    namespace["__slots__"] = tuple(slots)
    made = type(cls)(cls.__name__, cls.__bases__, namespace)
    made.__qualname__ = cls.__qualname__
    if options.frozen:
        # They have to know the new class, not the one it was made from.
        for name, method in _freezing(made, names).items():
            setattr(made, name, method)
    return made


def fields(class_or_instance):
    """The fields, as a tuple of Field objects."""
    try:
        every = class_or_instance.__dataclass_fields__
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple([f for f in every.values() if f._field_type == "field"])


def is_dataclass(obj):
    """Whether this is a dataclass or an instance of one."""
    cls = obj if isinstance(obj, type) else type(obj)
    return hasattr(cls, "__dataclass_fields__")


def _is_instance(obj):
    return hasattr(type(obj), "__dataclass_fields__")


def asdict(obj, *, dict_factory=dict):
    """The fields and values as a dict, all the way down."""
    if not _is_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _converted(obj, lambda pairs: dict_factory(pairs))


def astuple(obj, *, tuple_factory=tuple):
    """The values as a tuple, all the way down."""
    if not _is_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _converted(obj, lambda pairs: tuple_factory([value for _, value in pairs]))


def _converted(obj, build):
    if _is_instance(obj):
        return build([(f.name, _converted(getattr(obj, f.name), build)) for f in fields(obj)])
    cls = type(obj)
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return cls(*[_converted(value, build) for value in obj])
    if isinstance(obj, (list, tuple)):
        return cls([_converted(value, build) for value in obj])
    if isinstance(obj, dict):
        return cls([(_converted(key, build), _converted(value, build)) for key, value in obj.items()])
    return copy.deepcopy(obj)


def replace(obj, /, **changes):
    """A new instance with some fields changed."""
    if not _is_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    for f in obj.__dataclass_fields__.values():
        if f._field_type == "ClassVar":
            continue
        if not f.init:
            if f.name in changes:
                raise ValueError(
                    f"field {f.name} is declared with init=False, it cannot be specified "
                    "with replace()"
                )
        elif f.name not in changes:
            if f._field_type == "InitVar" and f.default is MISSING:
                raise ValueError(f"InitVar {f.name!r} must be specified with replace()")
            changes[f.name] = getattr(obj, f.name)
    return type(obj)(**changes)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, **options):
    """A dataclass from a list of names, (name, type) and (name, type, default)."""
    body = dict(namespace or {})
    annotations = {}
    for item in fields:
        name, annotation, *default = (item, "typing.Any") if isinstance(item, str) else item
        annotations[name] = annotation
        if default:
            body[name] = default[0]
    body["__annotations__"] = annotations
    return dataclass(types.new_class(cls_name, bases, {}, _filler(body)), **options)


def _filler(body):
    """A function that fills a class's namespace."""
    return lambda namespace: namespace.update(body)
