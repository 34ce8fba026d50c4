"""What objects are."""

import _interleave

__atomic__ = True

GEN_CREATED = CORO_CREATED = "GEN_CREATED"


def _kind(value):
    return _interleave.type_name(value)


def isfunction(object):
    """Whether it is a function of Python's own."""
    return _kind(object) == "function"


def ismethod(object):
    """Whether it is a method with its object."""
    return _kind(object) == "method" and _kind(object.__func__) != "builtin_function_or_method"


def isbuiltin(object):
    """Whether it is a function that is not written in Python."""
    return _kind(object) == "builtin_function_or_method"


def isroutine(object):
    """Whether it is a function or method of any kind."""
    return _kind(object) in ("function", "method", "builtin_function_or_method")


def isclass(object):
    """Whether it is a class."""
    return isinstance(object, type)


def ismodule(object):
    """Whether it is a module."""
    return _kind(object) == "module"


def isgenerator(object):
    """Whether it is a generator."""
    return _kind(object) == "generator"


def iscoroutine(object):
    """Whether it is a coroutine."""
    return _kind(object) == "coroutine"


def isasyncgen(object):
    """Whether it is an asynchronous generator."""
    return _kind(object) == "async_generator"


def isawaitable(object):
    """Whether it can be awaited."""
    return iscoroutine(object) or _interleave.find_special(object, "__await__") is not None


def isgeneratorfunction(obj):
    """Whether calling it makes a generator."""
    return _interleave.code_kind(_plain(obj)) == "generator"


def iscoroutinefunction(obj):
    """Whether calling it makes a coroutine."""
    return _interleave.code_kind(_plain(obj)) == "coroutine"


def isasyncgenfunction(obj):
    """Whether calling it makes an asynchronous generator."""
    return _interleave.code_kind(_plain(obj)) == "async_generator"


def _plain(function):
    import functools

    while True:
        if _kind(function) == "method":
            function = function.__func__
        elif isinstance(function, functools.partial):
            function = function.func
        else:
            return function


def isabstract(object):
    """Whether it is a class that cannot be instantiated as yet."""
    return isinstance(object, type) and bool(getattr(object, "__abstractmethods__", None))


def getgeneratorstate(generator):
    """What a generator is doing."""
    return "GEN_" + _interleave.generator_state(generator).upper()


def getcoroutinestate(coroutine):
    """What a coroutine is doing."""
    return "CORO_" + _interleave.generator_state(coroutine).upper()


def unwrap(func, *, stop=None):
    """What a function wraps."""
    while hasattr(func, "__wrapped__") and not (stop is not None and stop(func)):
        func = func.__wrapped__
    return func


def getmodule(object, _filename=None):
    """The module of an object, if it is one that is known here."""
    return object if ismodule(object) else None


def getdoc(object):
    """An object's documentation, without its indentation."""
    doc = getattr(object, "__doc__", None)
    return cleandoc(doc) if isinstance(doc, str) else None


def cleandoc(doc):
    """Documentation without its indentation."""
    lines = doc.expandtabs().split("\n")
    margins = [len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()]
    margin = min(margins) if margins else 0
    lines = [lines[0].lstrip()] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)
