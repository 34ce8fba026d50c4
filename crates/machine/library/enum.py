"""Enumerations.

The classes to derive from have a metaclass, so they are made when first asked for; what
their members can do is in plain classes, which are static.
"""

import _interleave

__atomic__ = True
__all__ = (
    "EnumType", "EnumMeta", "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum", "auto",
    "unique", "property", "STRICT", "CONFORM", "EJECT", "KEEP", "member",
    "nonmember",
)

# What becomes of invalid bits of a flag.
STRICT = "strict"
CONFORM = "conform"
EJECT = "eject"
KEEP = "keep"


class auto:
    """A value that the enumeration chooses."""

    def __init__(self, value=None):
        self.value = value

    def __repr__(self):
        return f"auto({self.value!r})"


class member:
    """Makes a member of what would be none, such as a function."""

    def __init__(self, value):
        self.value = value


class nonmember:
    """Keeps a value of the class body from becoming a member."""

    def __init__(self, value):
        self.value = value


class _Namespace(dict):
    """The body of an enumeration while it runs: it notes which names are members."""

    def __init__(self, class_name, generate):
        super().__init__()
        self.class_name = class_name
        self.generate = generate
        self.values_so_far = []
        self.members = {}
        self.ignored = ()

    def __setitem__(self, key, value):
        if key == "_generate_next_value_":
            if self.members:
                raise TypeError("_generate_next_value_ must be defined before members")
            self.generate = value.__func__ if isinstance(value, staticmethod) else value
            value = staticmethod(self.generate)
        elif key == "_ignore_":
            self.ignored = tuple(value.replace(",", " ").split() if isinstance(value, str) else value)
            return
        elif _is_sunder(key):
            if key not in ("_order_", "_missing_", "_generate_next_value_", "_iter_member_"):
                raise ValueError(f"_sunder_ names, such as {key!r}, are reserved for future Enum use.")
        elif isinstance(value, nonmember):
            value = value.value
        elif key in self.members:
            raise TypeError(f"{key!r} already defined as {self[key]!r}")
        elif self._is_member(key, value):
            if key in self:
                raise TypeError(f"{key!r} already defined as {self[key]!r}")
            value = self._with_autos(key, value.value if isinstance(value, member) else value)
            self.members[key] = value
            self.values_so_far.append(value)
        super().__setitem__(key, value)

    def _is_member(self, key, value):
        if key in self.ignored or key.startswith("__") and key.endswith("__"):
            return False
        if key.startswith(f"_{self.class_name}__"):
            return False
        if isinstance(value, member):
            return True
        cls = type(value)
        return not any(hasattr(cls, name) for name in ("__get__", "__set__", "__delete__"))

    def _with_autos(self, key, value):
        if isinstance(value, auto):
            if value.value is None:
                value.value = self.generate(
                    key, 1, len(self.members), list(self.values_so_far)
                )
            return value.value
        if type(value) is tuple and any(isinstance(part, auto) for part in value):
            return tuple([self._with_autos(key, part) for part in value])
        return value


def _is_sunder(key):
    return len(key) > 2 and key[0] == key[-1] == "_" and key[1] != "_" and key[-2] != "_"


class _Proto:
    """Holds a member's place in the class until the class exists."""

    def __init__(self, value):
        self.value = value

    def __set_name__(self, cls, name):
        made = _new_member(cls, self.value)
        made._name_ = name
        made.__objclass__ = cls
        made._sort_order_ = len(cls._member_map_)
        known = _find(cls, made._value_)
        if known is not None:
            made = known
        else:
            if not cls._is_flag_ or _is_single_bit(made._value_):
                cls._member_names_.append(name)
            _remember(cls, made._value_, made)
        if cls._is_flag_ and isinstance(made._value_, int):
            type.__setattr__(cls, "_flag_mask_", cls._flag_mask_ | made._value_)
        cls._member_map_[name] = made
        type.__setattr__(cls, name, made)


def _new_member(cls, value):
    member_type = cls._member_type_
    arguments = value if isinstance(value, tuple) and member_type is not tuple else (value,)
    new = cls.__new_member__
    if new is not None:
        made = new(cls, *arguments)
    elif member_type.__new__ is object.__new__:
        made = object.__new__(cls)
    else:
        made = member_type.__new__(cls, *arguments)
    if not hasattr(made, "_value_"):
        made._value_ = value if member_type is object else member_type(*arguments)
    made.__init__(*arguments)
    return made


def _is_single_bit(value):
    return isinstance(value, int) and value > 0 and value & (value - 1) == 0


def _find(cls, value):
    """The member with a value, or None."""
    try:
        return cls._value2member_map_.get(value)
    except TypeError:
        # The value cannot be hashed.
        for made in cls._member_map_.values():
            if made._value_ == value:
                return made
        return None


def _remember(cls, value, made):
    try:
        cls._value2member_map_.setdefault(value, made)
    except TypeError:
        # Values that cannot be hashed are found one by one.
        return


class EnumType(type):
    """The metaclass of enumerations."""

    @classmethod
    def __prepare__(metacls, name, bases, **kwds):
        for base in bases:
            _refuse_extension(name, base)
        first = _first_enum(bases)
        return _Namespace(name, None if first is None else first._generate_next_value_)

    def __new__(metacls, name, bases, namespace, *, boundary=None, **kwds):
        first = _first_enum(bases)
        member_type = _member_type(bases)
        body = dict(namespace)
        for ignored in namespace.ignored:
            body.pop(ignored, None)
        if isinstance(body.get("_missing_"), type(_is_sunder)):
            body["_missing_"] = classmethod(body["_missing_"])
        body.pop("_order_", None)
        body["_member_names_"] = []
        body["_member_map_"] = {}
        body["_value2member_map_"] = {}
        body["_member_type_"] = member_type
        body["_flag_mask_"] = 0
        if boundary is not None:
            body["_boundary_"] = boundary
        new = body.pop("__new__", None)
        if new is not None:
            body["__new_member__"] = new
        for key, value in namespace.members.items():
            body[key] = _Proto(value)
        if any(_ReprMethods in base.__bases__ for base in bases):
            _show_as_values(body, member_type)
        try:
            cls = super().__new__(metacls, name, bases, body, **kwds)
        except RuntimeError as error:
            # What went wrong while a member was made, without its wrapping.
            if error.__cause__ is None:
                raise
            raise error.__cause__ from None
        if first is not None:
            for method in ("__repr__", "__str__", "__format__"):
                # What comes from the members' data type would hide that they are members.
                found = getattr(cls, method)
                if method not in body and (found is getattr(member_type, method) or found is getattr(object, method)):
                    type.__setattr__(cls, method, getattr(first, method))
        return cls

    def __init__(cls, name, bases, namespace, *, boundary=None, **kwds):
        super().__init__(name, bases, namespace)

    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1, boundary=None):
        if names is None:
            return _lookup(cls, value)
        return _functional(cls, value, names, module, qualname, type, start, boundary)

    def __iter__(cls):
        return iter([cls._member_map_[name] for name in cls._member_names_])

    def __reversed__(cls):
        return iter([cls._member_map_[name] for name in reversed(cls._member_names_)])

    def __len__(cls):
        return len(cls._member_names_)

    def __bool__(cls):
        return True

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __contains__(cls, value):
        if not isinstance(value, _EnumMethods):
            _interleave.warn(
                "DeprecationWarning",
                "in 3.12 __contains__ will no longer raise TypeError, but will return True or\n"
                "False depending on whether the value is a member or the value of a member",
            )
            raise TypeError(
                f"unsupported operand type(s) for 'in': '{type(value).__qualname__}' "
                f"and '{type(cls).__qualname__}'"
            )
        return isinstance(value, cls) and value._name_ in cls._member_map_

    def __getattr__(cls, name):
        # Only the name, as CPython says it.
        raise AttributeError(name)

    def __setattr__(cls, name, value):
        if name in vars(cls).get("_member_map_", ()):
            raise AttributeError(f"cannot reassign member {name!r}")
        super().__setattr__(name, value)

    def __delattr__(cls, name):
        if name in cls._member_map_:
            raise AttributeError(f"{cls.__name__!r} cannot delete member {name!r}.")
        super().__delattr__(name)

    @property
    def __members__(cls):
        """All names with their members, aliases too."""
        from types import MappingProxyType

        return MappingProxyType(cls._member_map_)

    def __repr__(cls):
        kind = "flag" if cls._is_flag_ else "enum"
        return f"<{kind} {cls.__name__!r}>"

    def __dir__(cls):
        inherited = ("__class__", "__contains__", "__doc__", "__getitem__", "__init_subclass__",
                     "__iter__", "__len__", "__members__", "__module__", "__name__", "__qualname__")
        return sorted({*inherited, *cls._member_map_})


EnumMeta = EnumType


def _first_enum(bases):
    """The enumeration among the bases: the last one that is."""
    for base in reversed(bases):
        if isinstance(base, EnumType):
            return base
    return None


def _refuse_extension(name, base):
    if isinstance(base, EnumType) and base._member_map_:
        raise TypeError(f"<enum {name!r}> cannot extend {base!r}")


def _member_type(bases):
    """The class that members' values belong to, if one is mixed in."""
    for base in bases:
        if isinstance(base, EnumType):
            if base._member_type_ is not object:
                return base._member_type_
        elif not issubclass(base, _EnumMethods) and (
            base.__new__ is not object.__new__ or hasattr(base, "__dataclass_fields__")
        ):
            return base
    return object


def _show_as_values(body, member_type):
    """Members of IntEnum and its like are shown as their values, where the class does not say otherwise."""
    body.setdefault("__format__", member_type.__format__)
    shown = member_type.__str__
    # The machine has one native for `object.__str__` and `str.__str__`.
    is_text = issubclass(member_type, (str, bytes))
    body.setdefault("__str__", member_type.__repr__ if shown is object.__str__ and not is_text else shown)


def _lookup(cls, value):
    if type(value) is cls:
        return value
    found = _find(cls, value)
    if found is not None:
        return found
    problem = None
    try:
        result = cls._missing_(value)
    except Exception as error:
        problem = error
        result = None
    if isinstance(result, cls) or cls._is_flag_ and cls._boundary_ == EJECT and isinstance(result, int):
        return result
    wrong = ValueError(f"{value!r} is not a valid {cls.__qualname__}")
    if problem is None and result is None:
        raise wrong
    if problem is None:
        problem = TypeError(
            f"error in {cls.__name__}._missing_: returned {result!r} instead of None "
            "or a valid member"
        )
    if not isinstance(problem, ValueError):
        problem.__context__ = wrong
    raise problem


def _functional(cls, name, names, module, qualname, mixin, start, boundary):
    """A new enumeration from a call such as `Enum("Color", "RED GREEN")`."""
    bases = (cls,) if mixin is None else (mixin, cls)
    metaclass = type(cls)
    namespace = metaclass.__prepare__(name, bases)
    if isinstance(names, str):
        names = names.replace(",", " ").split()
    pairs = names.items() if hasattr(names, "items") else names
    values = []
    for index, item in enumerate(pairs):
        if isinstance(item, str):
            value = namespace.generate(item, start, index, list(values))
            values.append(value)
            item = (item, value)
        namespace[item[0]] = item[1]
    namespace["__module__"] = module or _interleave.caller()[3]
    namespace["__qualname__"] = qualname or name
    return metaclass.__new__(metaclass, name, bases, namespace, boundary=boundary)


class _EnumMethods:
    """What members can do."""

    __new_member__ = None
    _is_flag_ = False

    def __init__(self, *args, **kwds):
        pass

    @property
    def name(self):
        """The name of the member."""
        return self._name_

    @property
    def value(self):
        """The value of the member."""
        return self._value_

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        numbers = [value for value in last_values if hasattr(value, "__add__") and not isinstance(value, (str, tuple, list))]
        if len(numbers) < len(last_values):
            _interleave.warn(
                "DeprecationWarning",
                "In 3.13 the default `auto()`/`_generate_next_value_` will require all values "
                "to be sortable and support adding +1\n"
                "and the value returned will be the largest value in the enum incremented by 1",
            )
        return numbers[-1] + 1 if numbers else start

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        return f"<{type(self).__name__}.{self._name_}: {self._value_!r}>"

    def __str__(self):
        return f"{type(self).__name__}.{self._name_}"

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce__(self):
        return type(self), (self._value_,)

    def __dir__(self):
        names = {"__class__", "__doc__", "__eq__", "__hash__", "__module__", "name", "value"}
        for cls in type(self).__mro__:
            if isinstance(cls, EnumType):
                names.update(
                    name for name in vars(cls) if name[0] != "_" and name not in cls._member_map_
                )
        names.update(name for name in vars(self) if name[0] != "_")
        return sorted(names)


class _ReprMethods:
    """Marks enumerations whose subclasses' members read as their values."""


class _StrMethods:
    """How members of StrEnum come about."""

    @staticmethod
    def __new_member__(cls, *values):
        if len(values) > 3:
            raise TypeError(f"too many arguments for str(): {values!r}")
        kinds = ("", "encoding must be a string, not ", "errors must be a string, not ")
        for value, kind in zip(values, kinds):
            if not isinstance(value, str):
                raise TypeError(f"{kind}{value!r}" if kind else f"{value!r} is not a string")
        text = str(*values)
        made = str.__new__(cls, text)
        made._value_ = text
        return made

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


class _FlagMethods:
    """What members of Flag can do, each of which is a set of bits."""

    _is_flag_ = True
    _boundary_ = "strict"

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        highest = max(last_values)
        if not isinstance(highest, int):
            raise TypeError(f"invalid flag value {highest!r}")
        return 1 << highest.bit_length()

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        mask = cls._flag_mask_
        every = (1 << mask.bit_length()) - 1
        if not ~every <= value <= every or value & (every ^ mask):
            if cls._boundary_ == STRICT:
                raise ValueError(_invalid_bits(cls, value, mask))
            if cls._boundary_ == CONFORM:
                value &= mask
            elif cls._boundary_ == EJECT:
                return value
            elif value < 0:
                value += max(every + 1, 1 << value.bit_length())
        if value < 0:
            value += every + 1
        if value in cls._value2member_map_:
            return cls._value2member_map_[value]
        made = object.__new__(cls) if cls._member_type_ is object else cls._member_type_.__new__(cls, value)
        made._value_ = value
        names = [each._name_ for each in cls if each._value_ & value]
        unknown = value & ~mask
        if names and unknown:
            names.append(str(unknown))
        made._name_ = "|".join(names) if names else None
        cls._value2member_map_[value] = made
        return made

    def __repr__(self):
        if self._name_ is None:
            return f"<{type(self).__name__}: {self._value_!r}>"
        return f"<{type(self).__name__}.{self._name_}: {self._value_!r}>"

    def __str__(self):
        if self._name_ is None:
            return f"{type(self).__name__}({self._value_!r})"
        return f"{type(self).__name__}.{self._name_}"

    def __iter__(self):
        """The members of one bit that this one has."""
        return iter([each for each in type(self) if each._value_ & self._value_])

    def __len__(self):
        return self._value_.bit_count()

    def __bool__(self):
        return bool(self._value_)

    def __contains__(self, other):
        if not isinstance(other, type(self)):
            raise TypeError(
                f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} "
                f"and {type(self).__qualname__!r}"
            )
        return other._value_ & self._value_ == other._value_

    def _bits(self, other):
        """The bits of an operand, or None if it is of another kind."""
        if isinstance(other, type(self)):
            return other._value_
        if self._member_type_ is not object and isinstance(other, self._member_type_):
            return other
        return None

    def __or__(self, other):
        bits = self._bits(other)
        return NotImplemented if bits is None else type(self)(self._value_ | bits)

    def __and__(self, other):
        bits = self._bits(other)
        return NotImplemented if bits is None else type(self)(self._value_ & bits)

    def __xor__(self, other):
        bits = self._bits(other)
        return NotImplemented if bits is None else type(self)(self._value_ ^ bits)

    def __invert__(self):
        if self._boundary_ in (EJECT, KEEP):
            return type(self)(~self._value_)
        singles = 0
        for each in type(self):
            singles |= each._value_
        return type(self)(singles & ~self._value_)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__


def _invalid_bits(cls, value, mask):
    width = max(value.bit_length(), mask.bit_length())
    return (
        f"{cls!r} invalid value {value!r}\n"
        f"    given {_bits_text(value, width)}\n"
        f"  allowed {_bits_text(mask, width)}"
    )


def _bits_text(num, width):
    """The bits of a number after its sign: `0b0 101`, or `0b1 011` for -5."""
    bits = format(num, "b") if num >= 0 else format(~num, "b").translate({48: 49, 49: 48})
    sign = "0b0 " if num >= 0 else "0b1 "
    return sign + bits.rjust(width, sign[2])


def unique(enumeration):
    """Refuse an enumeration with aliases."""
    aliases = [
        f"{name} -> {each._name_}"
        for name, each in enumeration._member_map_.items()
        if name != each._name_
    ]
    if aliases:
        raise ValueError(f"duplicate values found in {enumeration!r}: {', '.join(aliases)}")
    return enumeration


def __getattr__(name):
    if name in ("Enum", "ReprEnum", "IntEnum", "StrEnum", "Flag", "IntFlag"):
        _make_bases()
        return globals()[name]
    if name == "property":
        return property
    raise AttributeError(f"module 'enum' has no attribute {name!r}")


def _make_bases():
    global Enum, ReprEnum, IntEnum, StrEnum, Flag, IntFlag

    class Enum(_EnumMethods, metaclass=EnumType):
        """Derive from this to make an enumeration."""

    class ReprEnum(_ReprMethods, Enum):
        """An enumeration whose members read as their values."""

    class IntEnum(int, ReprEnum):
        """An enumeration whose members are ints too."""

    class StrEnum(_StrMethods, str, ReprEnum):
        """An enumeration whose members are texts too."""

    class Flag(_FlagMethods, Enum):
        """An enumeration whose members are sets of bits."""

    class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
        """Sets of bits that are ints too."""

        # Before those of int.
        __or__ = __ror__ = _FlagMethods.__or__
        __and__ = __rand__ = _FlagMethods.__and__
        __xor__ = __rxor__ = _FlagMethods.__xor__
        __invert__ = _FlagMethods.__invert__
