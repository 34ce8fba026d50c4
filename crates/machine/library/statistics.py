"""Averages and spreads, computed exactly and rounded once."""

from math import exp, fsum, isqrt, log

__atomic__ = True
__all__ = (
    "StatisticsError", "fmean", "geometric_mean", "harmonic_mean", "mean", "median",
    "median_high", "median_low", "mode", "multimode", "pstdev", "pvariance", "quantiles",
    "stdev", "variance",
)


class StatisticsError(ValueError):
    """Data of which there is no such figure."""


def _exact_sum(numbers):
    """The sum as numerator and denominator."""
    by_denominator = {}
    for number in numbers:
        numerator, denominator = number.as_integer_ratio()
        by_denominator[denominator] = by_denominator.get(denominator, 0) + numerator
    total, common = 0, 1
    for denominator, numerator in by_denominator.items():
        total = total * denominator + numerator * common
        common *= denominator
    return total, common


def _quotient(numerator, denominator, all_ints):
    """Rounded once; an int where only ints went in and nothing is left over."""
    if all_ints and numerator % denominator == 0:
        return numerator // denominator
    return numerator / denominator


def _are_ints(data):
    return all(isinstance(number, int) for number in data)


def mean(data):
    """The arithmetic mean."""
    data = list(data)
    if not data:
        raise StatisticsError("mean requires at least one data point")
    for number in data:
        if not isinstance(number, (int, float)):
            raise TypeError(f"can't convert type {type(number).__name__!r} to numerator/denominator")
    if any(number - number != 0 for number in data):
        return sum(data) / len(data)
    total, common = _exact_sum(data)
    return _quotient(total, common * len(data), _are_ints(data))


def fmean(data, weights=None):
    """The arithmetic mean as a float."""
    data = list(data)
    if weights is None:
        if not data:
            raise StatisticsError("fmean requires at least one data point")
        return fsum(data) / len(data)
    weights = list(weights)
    if len(weights) != len(data):
        raise StatisticsError("data and weights must be the same length")
    total = fsum(weights)
    if not total:
        raise StatisticsError("sum of weights must be non-zero")
    return fsum([x * w for x, w in zip(data, weights)]) / total


def geometric_mean(data):
    """The mean of growth factors."""
    data = list(data)
    if not data or any(number <= 0 for number in data):
        raise StatisticsError("geometric mean requires a non-empty dataset containing positive numbers")
    return exp(fmean([log(number) for number in data]))


def harmonic_mean(data):
    """The mean of rates."""
    data = list(data)
    if not data:
        raise StatisticsError("harmonic_mean requires at least one data point")
    if any(number < 0 for number in data):
        raise StatisticsError("harmonic mean does not support negative values")
    if 0 in data:
        return 0
    total, common = 0, 1
    for number in data:
        numerator, denominator = number.as_integer_ratio()
        total = total * numerator + denominator * common
        common *= numerator
    return len(data) * common / total


def median(data):
    """The middle one, or the mean of the two in the middle."""
    data = sorted(data)
    size = len(data)
    if not size:
        raise StatisticsError("no median for empty data")
    if size % 2:
        return data[size // 2]
    return (data[size // 2 - 1] + data[size // 2]) / 2


def median_low(data):
    """The middle one, or the smaller of the two in the middle."""
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data[(len(data) - 1) // 2]


def median_high(data):
    """The middle one, or the larger of the two in the middle."""
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data[len(data) // 2]


def _counts(data):
    counts = {}
    for value in data:
        counts[value] = counts.get(value, 0) + 1
    return counts


def mode(data):
    """The most frequent value, the first of several."""
    counts = _counts(data)
    if not counts:
        raise StatisticsError("no mode for empty data")
    return max(counts, key=counts.get)


def multimode(data):
    """All most frequent values."""
    counts = _counts(data)
    most = max(counts.values(), default=0)
    return [value for value, count in counts.items() if count == most]


def quantiles(data, *, n=4, method="exclusive"):
    """The places that cut the data into `n` parts of equal size."""
    if n < 1:
        raise StatisticsError("n must be at least 1")
    data = sorted(data)
    size = len(data)
    if size < 2:
        raise StatisticsError("must have at least two data points")
    cuts = []
    for part in range(1, n):
        if method == "inclusive":
            index, rest = divmod(part * (size - 1), n)
            low, high = data[index], data[index + 1]
        elif method == "exclusive":
            index = min(max(part * (size + 1) // n, 1), size - 1)
            rest = part * (size + 1) - index * n
            low, high = data[index - 1], data[index]
        else:
            raise ValueError(f"Unknown method: {method!r}")
        cuts.append((low * (n - rest) + high * rest) / n)
    return cuts


def _squares(data, centre):
    """The sum of the squared distances from the mean, as numerator and denominator."""
    if centre is None:
        total, common = _exact_sum(data)
        common *= len(data)
    else:
        total, common = centre.as_integer_ratio()
    squares, square_common = 0, 1
    for number in data:
        numerator, denominator = number.as_integer_ratio()
        distance = numerator * common - total * denominator
        below = (common * denominator) ** 2
        if below == square_common:
            squares += distance * distance
        else:
            squares = squares * below + distance * distance * square_common
            square_common *= below
    return squares, square_common


def _spread(data, centre, name, least, freedom):
    data = list(data)
    if len(data) < least:
        points = "one data point" if least == 1 else "two data points"
        raise StatisticsError(f"{name} requires at least {points}")
    squares, common = _squares(data, centre)
    return squares, common * (len(data) - freedom), _are_ints(data)


def variance(data, xbar=None):
    """The variance, from a sample."""
    return _quotient(*_spread(data, xbar, "variance", 2, 1))


def pvariance(data, mu=None):
    """The variance of a whole population."""
    return _quotient(*_spread(data, mu, "pvariance", 1, 0))


def stdev(data, xbar=None):
    """The standard deviation, from a sample."""
    return _root(*_spread(data, xbar, "stdev", 2, 1)[:2])


def pstdev(data, mu=None):
    """The standard deviation of a whole population."""
    return _root(*_spread(data, mu, "pstdev", 1, 0)[:2])


def _root(numerator, denominator):
    """The square root of a fraction, rounded once."""
    if numerator == 0:
        return 0.0
    # Scaled by a power of four so that the integer root has many more bits than a float.
    shift = max(0, (130 - numerator.bit_length() + denominator.bit_length()) // 2 + 1)
    scaled = (numerator << 2 * shift) // denominator
    root = isqrt(scaled)
    # A last bit says that something was cut off, so that halves are rounded right.
    exact = root * root == scaled and (numerator << 2 * shift) % denominator == 0
    return (root << 1 | (not exact)) / (1 << shift + 1)
