"""Python's operators as functions."""

__atomic__ = True
__all__ = (
    "abs", "add", "and_", "attrgetter", "call", "concat", "contains", "countOf", "delitem",
    "eq", "floordiv", "ge", "getitem", "gt", "iadd", "iand", "iconcat", "ifloordiv",
    "ilshift", "imatmul", "imod", "imul", "index", "indexOf", "inv", "invert", "ior",
    "ipow", "irshift", "is_", "is_not", "isub", "itemgetter", "itruediv", "ixor", "le",
    "length_hint", "lshift", "lt", "matmul", "methodcaller", "mod", "mul", "ne", "neg",
    "not_", "or_", "pos", "pow", "rshift", "setitem", "sub", "truediv", "truth", "xor",
)


def lt(a, b, /):
    """`a < b`"""
    return a < b


def le(a, b, /):
    """`a <= b`"""
    return a <= b


def eq(a, b, /):
    """`a == b`"""
    return a == b


def ne(a, b, /):
    """`a != b`"""
    return a != b


def ge(a, b, /):
    """`a >= b`"""
    return a >= b


def gt(a, b, /):
    """`a > b`"""
    return a > b


def not_(a, /):
    """`not a`"""
    return not a


def truth(a, /):
    """`bool(a)`"""
    return True if a else False


def is_(a, b, /):
    """`a is b`"""
    return a is b


def is_not(a, b, /):
    """`a is not b`"""
    return a is not b


def add(a, b, /):
    """`a + b`"""
    return a + b


def and_(a, b, /):
    """`a & b`"""
    return a & b


def floordiv(a, b, /):
    """`a // b`"""
    return a // b


def index(a, /):
    """`a.__index__()`, always an int."""
    if isinstance(a, int):
        return a + 0
    # Bounds of ranges are taken by the same rule, with the same errors.
    return range(a).stop


def inv(a, /):
    """`~a`"""
    return ~a


invert = inv


def lshift(a, b, /):
    """`a << b`"""
    return a << b


def mod(a, b, /):
    """`a % b`"""
    return a % b


def mul(a, b, /):
    """`a * b`"""
    return a * b


def matmul(a, b, /):
    """`a @ b`"""
    return a @ b


def neg(a, /):
    """`-a`"""
    return -a


def or_(a, b, /):
    """`a | b`"""
    return a | b


def pos(a, /):
    """`+a`"""
    return +a


def pow(a, b, /):
    """`a ** b`"""
    return a**b


def rshift(a, b, /):
    """`a >> b`"""
    return a >> b


def sub(a, b, /):
    """`a - b`"""
    return a - b


def truediv(a, b, /):
    """`a / b`"""
    return a / b


def xor(a, b, /):
    """`a ^ b`"""
    return a ^ b


def abs(a, /):
    """The absolute value."""
    import builtins

    return builtins.abs(a)


def concat(a, b, /):
    """`a + b`, for sequences only."""
    if not hasattr(a, "__getitem__"):
        raise TypeError(f"'{type(a).__name__}' object can't be concatenated")
    return a + b


def contains(a, b, /):
    """`b in a`"""
    return b in a


def countOf(a, b, /):
    """How many items of `a` are equal to `b`."""
    return sum(1 for item in a if item is b or item == b)


def delitem(a, b, /):
    """`del a[b]`"""
    del a[b]


def getitem(a, b, /):
    """`a[b]`"""
    return a[b]


def indexOf(a, b, /):
    """The position of the first item of `a` equal to `b`."""
    for position, item in enumerate(a):
        if item is b or item == b:
            return position
    raise ValueError("sequence.index(x): x not in sequence")


def setitem(a, b, c, /):
    """`a[b] = c`"""
    a[b] = c


def length_hint(obj, default=0, /):
    """The length of an object, or what it believes it to be."""
    if not isinstance(default, int):
        raise TypeError(f"'{type(default).__name__}' object cannot be interpreted as an integer")
    try:
        return len(obj)
    except TypeError:
        pass
    if not hasattr(obj, "__length_hint__"):
        return default
    hint = obj.__length_hint__()
    return default if hint is NotImplemented else hint


def call(obj, /, *args, **kwargs):
    """`obj(*args, **kwargs)`"""
    return obj(*args, **kwargs)


def iadd(a, b, /):
    """`a += b`"""
    a += b
    return a


def iand(a, b, /):
    """`a &= b`"""
    a &= b
    return a


def iconcat(a, b, /):
    """`a += b`, for sequences only."""
    if not hasattr(a, "__getitem__"):
        raise TypeError(f"'{type(a).__name__}' object can't be concatenated")
    a += b
    return a


def ifloordiv(a, b, /):
    """`a //= b`"""
    a //= b
    return a


def ilshift(a, b, /):
    """`a <<= b`"""
    a <<= b
    return a


def imod(a, b, /):
    """`a %= b`"""
    a %= b
    return a


def imul(a, b, /):
    """`a *= b`"""
    a *= b
    return a


def imatmul(a, b, /):
    """`a @= b`"""
    a @= b
    return a


def ior(a, b, /):
    """`a |= b`"""
    a |= b
    return a


def ipow(a, b, /):
    """`a **= b`"""
    a **= b
    return a


def irshift(a, b, /):
    """`a >>= b`"""
    a >>= b
    return a


def isub(a, b, /):
    """`a -= b`"""
    a -= b
    return a


def itruediv(a, b, /):
    """`a /= b`"""
    a /= b
    return a


def ixor(a, b, /):
    """`a ^= b`"""
    a ^= b
    return a


class itemgetter:
    """A function that takes an item, or a tuple of several."""

    __slots__ = ("_items",)

    def __init__(self, item, /, *items):
        self._items = (item, *items)

    def __call__(self, obj, /):
        items = self._items
        if len(items) == 1:
            return obj[items[0]]
        return tuple([obj[item] for item in items])

    def __repr__(self):
        return f"operator.itemgetter({', '.join(map(repr, self._items))})"

    def __reduce__(self):
        return itemgetter, self._items


class attrgetter:
    """A function that takes an attribute (with dots: one of one), or a tuple of several."""

    __slots__ = ("_names",)

    def __init__(self, attr, /, *attrs):
        for name in (attr, *attrs):
            if not isinstance(name, str):
                raise TypeError("attribute name must be a string")
        self._names = (attr, *attrs)

    def __call__(self, obj, /):
        values = tuple([_attribute(obj, name) for name in self._names])
        return values[0] if len(values) == 1 else values

    def __repr__(self):
        return f"operator.attrgetter({', '.join(map(repr, self._names))})"

    def __reduce__(self):
        return attrgetter, self._names


def _attribute(obj, path):
    for name in path.split("."):
        obj = getattr(obj, name)
    return obj


class methodcaller:
    """A function that calls a method with given arguments."""

    __slots__ = ("_name", "_args", "_kwargs")

    def __init__(self, name, /, *args, **kwargs):
        if not isinstance(name, str):
            raise TypeError("method name must be a string")
        self._name = name
        self._args = args
        self._kwargs = kwargs

    def __call__(self, obj, /):
        return getattr(obj, self._name)(*self._args, **self._kwargs)

    def __repr__(self):
        arguments = [repr(self._name)]
        arguments += map(repr, self._args)
        arguments += [f"{key}={value!r}" for key, value in self._kwargs.items()]
        return f"operator.methodcaller({', '.join(arguments)})"


__lt__ = lt
__le__ = le
__eq__ = eq
__ne__ = ne
__ge__ = ge
__gt__ = gt
__not__ = not_
__abs__ = abs
__add__ = add
__and__ = and_
__call__ = call
__floordiv__ = floordiv
__index__ = index
__inv__ = inv
__invert__ = inv
__lshift__ = lshift
__mod__ = mod
__mul__ = mul
__matmul__ = matmul
__neg__ = neg
__or__ = or_
__pos__ = pos
__pow__ = pow
__rshift__ = rshift
__sub__ = sub
__truediv__ = truediv
__xor__ = xor
__concat__ = concat
__contains__ = contains
__delitem__ = delitem
__getitem__ = getitem
__setitem__ = setitem
__iadd__ = iadd
__iand__ = iand
__iconcat__ = iconcat
__ifloordiv__ = ifloordiv
__ilshift__ = ilshift
__imod__ = imod
__imul__ = imul
__imatmul__ = imatmul
__ior__ = ior
__ipow__ = ipow
__irshift__ = irshift
__isub__ = isub
__itruediv__ = itruediv
__ixor__ = ixor
