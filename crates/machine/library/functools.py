"""Functions that work on functions."""

import _interleave
import _thread
import types

__atomic__ = True
__all__ = (
    "update_wrapper", "wraps", "WRAPPER_ASSIGNMENTS", "WRAPPER_UPDATES", "total_ordering",
    "cache", "cmp_to_key", "lru_cache", "reduce", "partial", "partialmethod",
    "singledispatch", "singledispatchmethod", "cached_property",
)

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__")
WRAPPER_UPDATES = ("__dict__",)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Make `wrapper` look like `wrapped`."""
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    # Last, since the wrapped function's own __wrapped__ was just copied.
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """A decorator that makes a wrapper look like `wrapped`."""
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


class _Missing:
    """Stands for an argument that was not given."""


def reduce(function, iterable, initial=_Missing, /):
    """Fold `iterable` from the left with a function of two arguments."""
    try:
        items = iter(iterable)
    except TypeError:
        raise TypeError("reduce() arg 2 must support iteration") from None
    result = initial
    for item in items:
        result = item if result is _Missing else function(result, item)
    if result is _Missing:
        raise TypeError("reduce() of empty iterable with no initial value")
    return result


class partial:
    """A function with some of its arguments already given."""

    def __new__(cls, func=_Missing, /, *args, **keywords):
        if func is _Missing:
            raise TypeError("type 'partial' takes at least one argument")
        if not callable(func):
            raise TypeError("the first argument must be callable")
        if type(func) is partial and not func.__dict__.keys() - {"func", "args", "keywords"}:
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self = super().__new__(cls)
        self.func = func
        self.args = args
        self.keywords = keywords
        return self

    def __call__(self, /, *args, **keywords):
        return self.func(*self.args, *args, **{**self.keywords, **keywords})

    def __repr__(self):
        cls = type(self)
        name = "functools.partial" if cls is partial else f"{cls.__module__}.{cls.__qualname__}"
        arguments = [repr(self.func)]
        arguments += map(repr, self.args)
        arguments += [f"{key}={value!r}" for key, value in self.keywords.items()]
        return f"{name}({', '.join(arguments)})"

    def __reduce__(self):
        more = {
            name: value
            for name, value in self.__dict__.items()
            if name not in ("func", "args", "keywords")
        }
        state = (self.func, self.args, self.keywords, more or None)
        return (type(self), (self.func,), state)

    def __setstate__(self, state):
        self.func, self.args, self.keywords, more = state
        self.__dict__.update(more or {})


class partialmethod:
    """Like `partial`, for a method of a class."""

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.func = func
        self.args = args
        self.keywords = keywords

    def __repr__(self):
        arguments = [repr(self.func)]
        arguments += map(repr, self.args)
        arguments += [f"{key}={value!r}" for key, value in self.keywords.items()]
        return f"functools.partialmethod({', '.join(arguments)})"

    def __get__(self, instance, owner=None):
        func = self.func
        if isinstance(func, (classmethod, staticmethod)) or instance is not None:
            bound = func.__get__(instance, owner)
            return partial(bound, *self.args, **self.keywords)

        def method(instance, /, *args, **keywords):
            return func(instance, *self.args, *args, **{**self.keywords, **keywords})

        return method


class cached_property:
    """A property that is computed once per instance and then kept in its `__dict__`."""

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__
        self.lock = _thread.RLock()
        _interleave.belongs(self.lock, None)

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError(
                "Cannot assign the same cached_property to two different names "
                f"({self.attrname!r} and {name!r})."
            )

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        name = self.attrname
        if name is None:
            raise TypeError(
                "Cannot use cached_property instance without calling __set_name__ on it."
            )
        try:
            cache = instance.__dict__
        except AttributeError:
            raise TypeError(
                f"No '__dict__' attribute on {type(instance).__name__!r} "
                f"instance to cache {name!r} property."
            ) from None
        if name in cache:
            return cache[name]
        with self.lock:
            # Another thread may have computed it while this one waited.
            if name not in cache:
                cache[name] = self.func(instance)
            return cache[name]


class _lru_cache_wrapper:
    """A function that remembers its latest results; the oldest entry comes first."""

    def __init__(self, function, maxsize, typed):
        self.__wrapped__ = function
        self._maxsize = maxsize
        self._typed = typed
        self._entries = {}
        self._hits = 0
        self._misses = 0

    def __call__(self, /, *args, **keywords):
        if self._maxsize == 0:
            self._misses += 1
            return self.__wrapped__(*args, **keywords)
        key = _cache_key(args, keywords, self._typed)
        entries = self._entries
        if key in entries:
            self._hits += 1
            result = entries[key]
            if self._maxsize is not None:
                del entries[key]
                entries[key] = result
            return result
        self._misses += 1
        result = self.__wrapped__(*args, **keywords)
        # The call may have filled the same entry, in this thread or in another.
        if key not in entries:
            if self._maxsize is not None and len(entries) >= self._maxsize:
                del entries[next(iter(entries))]
            entries[key] = result
        return result

    def __get__(self, instance, owner=None):
        return self if instance is None else types.MethodType(self, instance)

    def __repr__(self):
        return f"<functools._lru_cache_wrapper object at {id(self):#x}>"

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def cache_info(self):
        """Hits, misses, the bound and the present number of entries."""
        return _cache_info()(self._hits, self._misses, self._maxsize, len(self._entries))

    def cache_clear(self):
        """Forget all results and counts."""
        self._entries.clear()
        self._hits = self._misses = 0

    def cache_parameters(self):
        """What the decorator was given."""
        return {"maxsize": self._maxsize, "typed": self._typed}


def _cache_key(args, keywords, typed):
    if not keywords and not typed and len(args) == 1 and type(args[0]) in (int, str):
        return args[0]
    key = args
    if keywords:
        # The class _Missing separates positional arguments from keywords.
        key += (_Missing, *keywords.items())
    if typed:
        key += (_Missing, *map(type, args), *map(type, keywords.values()))
    return (key,)


_info_class = None


def _cache_info():
    global _info_class
    if _info_class is None:
        from collections import namedtuple

        fields = ("hits", "misses", "maxsize", "currsize")
        _info_class = namedtuple("CacheInfo", fields, module="functools")
    return _info_class


def lru_cache(maxsize=128, typed=False):
    """A decorator that keeps the results of the `maxsize` latest different calls."""
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif callable(maxsize) and isinstance(typed, bool):
        return update_wrapper(_lru_cache_wrapper(maxsize, 128, typed), maxsize)
    elif maxsize is not None:
        raise TypeError("Expected first argument to be an integer, a callable, or None")

    def decorate(function):
        return update_wrapper(_lru_cache_wrapper(function, maxsize, typed), function)

    return decorate


def cache(user_function, /):
    """Keep the results of all different calls."""
    return lru_cache(maxsize=None)(user_function)


class _Ordered:
    """A key for sorting that compares with an old-style comparison function."""

    __slots__ = ("obj", "_compare")

    def __init__(self, obj, compare):
        self.obj = obj
        self._compare = compare

    def __lt__(self, other):
        return self._compare(self.obj, other.obj) < 0

    def __gt__(self, other):
        return self._compare(self.obj, other.obj) > 0

    def __le__(self, other):
        return self._compare(self.obj, other.obj) <= 0

    def __ge__(self, other):
        return self._compare(self.obj, other.obj) >= 0

    def __eq__(self, other):
        return self._compare(self.obj, other.obj) == 0

    __hash__ = None


def cmp_to_key(mycmp):
    """Turn a comparison function (negative, zero, positive) into a key function."""

    def K(obj):
        return _Ordered(obj, mycmp)

    return K


def total_ordering(cls):
    """Fill in the ordering methods that follow from the one the class defines."""
    given = [
        name
        for name in ("__lt__", "__le__", "__gt__", "__ge__")
        if getattr(cls, name, None) is not getattr(object, name)
    ]
    if not given:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    root = given[0]
    for name, derive in _derivations(root).items():
        if name not in given:
            derive.__name__ = name
            derive.__qualname__ = f"{cls.__qualname__}.{name}"
            setattr(cls, name, derive)
    return cls


def _derivations(root):
    """The three other orderings, from the ordering named `root` and equality."""

    def ask(self, other):
        return getattr(type(self), root)(self, other)

    def negated(self, other):
        answer = ask(self, other)
        return answer if answer is NotImplemented else not answer

    def or_equal(self, other):
        answer = ask(self, other)
        return answer if answer is NotImplemented else answer or self == other

    def but_unequal(self, other):
        answer = ask(self, other)
        return answer if answer is NotImplemented else answer and self != other

    def negated_but_unequal(self, other):
        answer = ask(self, other)
        return answer if answer is NotImplemented else not answer and self != other

    def negated_or_equal(self, other):
        answer = ask(self, other)
        return answer if answer is NotImplemented else not answer or self == other

    opposite = {"__lt__": "__ge__", "__le__": "__gt__", "__gt__": "__le__", "__ge__": "__lt__"}
    weaker = {"__lt__": "__le__", "__gt__": "__ge__"}
    stricter = {"__le__": "__lt__", "__ge__": "__gt__"}
    if root in weaker:
        return {
            opposite[root]: negated,
            weaker[root]: or_equal,
            opposite[weaker[root]]: negated_but_unequal,
        }
    return {
        opposite[root]: negated,
        stricter[root]: but_unequal,
        opposite[stricter[root]]: negated_or_equal,
    }


class _Dispatcher:
    """The implementations of one generic function, by class."""

    def __init__(self, function):
        self.implementations = {object: function}

    def register(self, cls, function=None):
        """Add an implementation, as a function call or as either form of decorator."""
        if _is_dispatchable(cls):
            if function is None:
                return lambda implementation: self.register(cls, implementation)
        else:
            if function is not None:
                raise TypeError(
                    f"Invalid first argument to `register()`. {cls!r} is not a class or union type."
                )
            function = cls
            cls = _annotated_class(function)
        for each in getattr(cls, "__args__", (cls,)):
            self.implementations[each] = function
        return function

    def dispatch(self, cls):
        """The implementation for the nearest class among the bases of `cls`."""
        for base in cls.__mro__:
            if base is not object and base in self.implementations:
                return self.implementations[base]
        # Abstract classes are matched though they are no bases; the narrowest one wins.
        best = object
        for candidate in self.implementations:
            if issubclass(cls, candidate) and issubclass(candidate, best):
                best = candidate
        return self.implementations[best]


def _is_dispatchable(cls):
    return isinstance(cls, (type, types.UnionType))


def _annotated_class(function):
    """The class that annotates the first parameter; annotations may be texts."""
    annotations = getattr(function, "__annotations__", None)
    if not annotations:
        raise TypeError(
            f"Invalid first argument to `register()`: {function!r}. "
            "Use either `@register(some_class)` or plain `@register` on an annotated function."
        )
    name, cls = next(iter(annotations.items()))
    if isinstance(cls, str):
        cls = _named(cls, function.__globals__)
    if not _is_dispatchable(cls):
        raise TypeError(f"Invalid annotation for {name!r}. {cls!r} is not a class.")
    return cls


def _named(text, names):
    import builtins

    first, *rest = text.split(".")
    value = names[first] if first in names else getattr(builtins, first)
    for attribute in rest:
        value = getattr(value, attribute)
    return value


def singledispatch(func):
    """Make a generic function, which chooses an implementation by its first argument."""
    dispatcher = _Dispatcher(func)

    def wrapper(*args, **keywords):
        if not args:
            name = getattr(func, "__name__", "singledispatch function")
            raise TypeError(f"{name} requires at least 1 positional argument")
        return dispatcher.dispatch(args[0].__class__)(*args, **keywords)

    wrapper.register = dispatcher.register
    wrapper.dispatch = dispatcher.dispatch
    wrapper.registry = dispatcher.implementations
    return update_wrapper(wrapper, func)


class singledispatchmethod:
    """Like `singledispatch`, for a method: the argument after `self` chooses."""

    def __init__(self, func):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.func = func
        self.dispatcher = _Dispatcher(func)

    def register(self, cls, method=None):
        """Add an implementation for a class."""
        return self.dispatcher.register(cls, method)

    def __get__(self, instance, owner=None):
        def method(*args, **keywords):
            chosen = self.dispatcher.dispatch(args[0].__class__)
            return chosen.__get__(instance, owner)(*args, **keywords)

        method.register = self.register
        return update_wrapper(method, self.func)
