"""Functions of numbers that look at several of them; the others are the machine's own."""

import _interleave

__atomic__ = True


def _numbers(values):
    return [float(value) for value in values]


def fsum(seq, /):
    """The sum of floats as if it were exact."""
    return _interleave.fsum(_numbers(seq))


def hypot(*coordinates):
    """The length of a vector."""
    return _interleave.hypot(_numbers(coordinates))


def dist(p, q, /):
    """The distance of two points."""
    p = _numbers(p)
    q = _numbers(q)
    if len(p) != len(q):
        raise ValueError("both points must have the same number of dimensions")
    return _interleave.dist(p, q)


def prod(iterable, /, *, start=1):
    """The product of numbers."""
    result = start
    for value in iterable:
        result = result * value
    return result


def gcd(*integers):
    """The greatest number that divides all."""
    result = 0
    for value in integers:
        result = _interleave.gcd(result, value)
    return result


def lcm(*integers):
    """The least number that all divide."""
    result = 1
    for value in integers:
        result = _interleave.lcm(result, value)
    return result


def ceil(x, /):
    """The least integer that is not below a number."""
    return _whole(x, "__ceil__", _interleave.ceil)


def floor(x, /):
    """The greatest integer that is not above a number."""
    return _whole(x, "__floor__", _interleave.floor)


def trunc(x, /):
    """A number without its fraction."""
    method = _interleave.find_special(x, "__trunc__")
    if method is None and not isinstance(x, (int, float)):
        raise TypeError(f"type {_interleave.type_name(x)} doesn't define __trunc__ method")
    return _interleave.trunc(x) if method is None else method(x)


def _whole(x, name, function):
    method = _interleave.find_special(x, name)
    return function(x) if method is None else method(x)


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    """Whether two numbers are nearly equal."""
    return _interleave.isclose(a, b, rel_tol, abs_tol)


def log(x, *base):
    """The logarithm, the natural one unless a base is given."""
    if len(base) > 1:
        raise TypeError(f"log expected at most 2 arguments, got {1 + len(base)}")
    result = _interleave.natural_log(x)
    return result / _interleave.natural_log(base[0]) if base else result


def perm(n, k=None, /):
    """In how many ways so many can be chosen in an order."""
    return _interleave.factorial(n) if k is None else _interleave.permutations(n, k)
