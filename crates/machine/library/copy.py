"""Copies of objects, shallow and deep."""

import types

__atomic__ = True
__all__ = (
    "Error", "copy", "deepcopy",
)


class Error(Exception):
    """An object that cannot be copied."""


error = Error


def copy(x):
    """A new object with the same parts."""
    cls = type(x)
    if _is_unchangeable(cls):
        return x
    if cls in (list, dict, set, bytearray):
        return x.copy()
    method = getattr(cls, "__copy__", None)
    if method is not None:
        return method(x)
    return _rebuilt(x, None)


def deepcopy(x, memo=None):
    """A new object with copies of all parts, each copied once."""
    cls = type(x)
    if _is_unchangeable(cls) and cls is not tuple and cls is not frozenset:
        return x
    if memo is None:
        memo = {}
    if id(x) in memo:
        return memo[id(x)]
    result = _deep(x, cls, memo)
    if result is not x:
        memo[id(x)] = result
        # The original must live as long as its id is in the memo.
        memo.setdefault(id(memo), []).append(x)
    return result


def _is_unchangeable(cls):
    return cls in (
        type(None), int, float, bool, str, bytes, tuple, frozenset, type, range, slice, property,
        type(Ellipsis), type(NotImplemented), types.FunctionType, types.BuiltinFunctionType,
        types.ModuleType, types.GenericAlias, types.UnionType,
    ) or issubclass(cls, type)


def _deep(x, cls, memo):
    if cls is list:
        result = memo[id(x)] = []
        for item in x:
            result.append(deepcopy(item, memo))
        return result
    if cls is dict:
        result = memo[id(x)] = {}
        for key, value in x.items():
            result[deepcopy(key, memo)] = deepcopy(value, memo)
        return result
    if cls is tuple:
        items = [deepcopy(item, memo) for item in x]
        if id(x) in memo:
            # A part contains the tuple and has copied it.
            return memo[id(x)]
        return x if all(new is old for new, old in zip(items, x)) else tuple(items)
    if cls is set or cls is frozenset:
        return cls([deepcopy(item, memo) for item in x])
    if cls is bytearray:
        return x.copy()
    if cls is types.MethodType:
        return cls(x.__func__, deepcopy(x.__self__, memo))
    method = getattr(x, "__deepcopy__", None)
    if method is not None:
        return method(memo)
    return _rebuilt(x, memo)


def _rebuilt(x, memo):
    """A copy by the rules of pickling: a class's own `__reduce_ex__`, or its state."""
    reduced = x.__reduce_ex__(4)
    if isinstance(reduced, str):
        return x
    make, arguments, state, items, pairs = (*reduced, None, None, None)[:5]
    part = _same if memo is None else _deep_part(memo)
    result = make(*[part(argument) for argument in arguments])
    if memo is not None:
        memo[id(x)] = result
    if state is not None:
        restore(result, part(state))
    for item in items or ():
        result.append(part(item))
    for key, value in pairs or ():
        result[part(key)] = part(value)
    return result


def _same(part):
    return part


def _deep_part(memo):
    return lambda part: deepcopy(part, memo)


def restore(obj, state):
    """Give an object the state that another had, or that was written of it."""
    if hasattr(obj, "__setstate__"):
        obj.__setstate__(state)
        return
    slots = None
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
    if isinstance(obj, BaseException):
        slots = state
    elif state:
        obj.__dict__.update(state)
    for name, value in (slots or {}).items():
        setattr(obj, name, value)
