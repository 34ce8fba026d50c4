"""Random numbers, in exactly CPython's sequences for a given seed."""

import _interleave
from bisect import bisect
from math import acos, ceil, cos, exp, floor, isfinite, log, pi, sin, sqrt

__atomic__ = True
__all__ = (
    "Random", "SystemRandom", "betavariate", "choice", "choices", "expovariate",
    "gammavariate", "gauss", "getrandbits", "getstate", "lognormvariate", "normalvariate",
    "paretovariate", "randbytes", "randint", "random", "randrange", "sample", "seed",
    "setstate", "shuffle", "triangular", "uniform", "vonmisesvariate", "weibullvariate",
)


class Random:
    """A generator of random numbers with a state of its own."""

    VERSION = 3

    def __init__(self, x=None):
        self._source = _interleave.mersenne(0)
        self.gauss_next = None
        self.seed(x)

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        for base in cls.__mro__:
            if "getrandbits" in vars(base):
                break
            if "random" in vars(base):
                # Its own source of numbers has no bits to offer.
                cls._below = cls._below_by_random
                break

    def seed(self, a=None, version=2):
        """Start the sequence that belongs to `a`, or one that nobody can foresee."""
        if a is None:
            number = _interleave.entropy()
        elif isinstance(a, (str, bytes, bytearray)):
            number = _old_number(a) if version == 1 and type(a) is not bytearray else _number(a)
        elif isinstance(a, int):
            number = abs(int(a))
        elif isinstance(a, float):
            # The hash as an unsigned machine word.
            number = hash(a) % 2**64
        else:
            raise TypeError(
                "The only supported seed types are: None,\n"
                "int, float, str, bytes, and bytearray."
            )
        self._source.seed(number)
        self.gauss_next = None

    def getstate(self):
        """The whole state, for `setstate`."""
        return self.VERSION, self._source.getstate(), self.gauss_next

    def setstate(self, state):
        """Continue from a state that `getstate` returned."""
        if state[0] != self.VERSION:
            raise ValueError(
                f"state with version {state[0]} passed to Random.setstate() "
                f"of version {self.VERSION}"
            )
        _, internal, self.gauss_next = state
        self._source.setstate(internal)

    def random(self):
        """A float in [0, 1)."""
        return self._source.random()

    def getrandbits(self, k, /):
        """An int of `k` random bits."""
        return self._source.getrandbits(k)

    def randbytes(self, n):
        """`n` random bytes."""
        return self.getrandbits(n * 8).to_bytes(n, "little")

    def _below(self, n):
        bits = n.bit_length()
        number = self.getrandbits(bits)
        # Numbers that are too large are thrown away, so that all others are equally likely.
        while number >= n:
            number = self.getrandbits(bits)
        return number

    def _below_by_random(self, n):
        most = 1 << 53
        # The last numbers, of which there is no full round of `n`, are thrown away.
        limit = (most - most % n) / most
        number = self.random()
        while number >= limit:
            number = self.random()
        return floor(number * most) % n

    def randrange(self, start, stop=None, step=None):
        """An item of range(start, stop, step)."""
        start = _integer(start, "arg 1")
        if stop is None:
            if step is not None:
                raise TypeError("Missing a non-None stop argument")
            if start <= 0:
                raise ValueError("empty range for randrange()")
            return self._below(start)
        stop = _integer(stop, "stop")
        width = stop - start
        step = 1 if step is None else _integer(step, "step")
        if step == 0:
            raise ValueError("zero step for randrange()")
        if step == 1:
            if width <= 0:
                raise ValueError(f"empty range for randrange() ({start}, {stop}, {width})")
            return start + self._below(width)
        size = len(range(start, stop, step))
        if size == 0:
            raise ValueError("empty range for randrange()")
        return start + step * self._below(size)

    def randint(self, a, b):
        """An int from `a` to `b`, both included."""
        return self.randrange(a, b + 1)

    def choice(self, seq):
        """An item of a sequence."""
        if not len(seq):
            raise IndexError("Cannot choose from an empty sequence")
        return seq[self._below(len(seq))]

    def shuffle(self, x):
        """Shuffle a list in place."""
        for last in range(len(x) - 1, 0, -1):
            other = self._below(last + 1)
            x[last], x[other] = x[other], x[last]

    def sample(self, population, k, *, counts=None):
        """`k` different items of a sequence, in random order."""
        if not hasattr(population, "__getitem__") or hasattr(population, "keys"):
            raise TypeError(
                "Population must be a sequence.  For dicts or sets, use sorted(d)."
            )
        size = len(population)
        if counts is not None:
            return self._sample_counted(population, k, counts)
        if not 0 <= k <= size:
            raise ValueError("Sample larger than population or is negative")
        # Which of the two ways is taken decides about the sequence: these figures, which
        # once compared the sizes of a list and a set, have to be CPython's.
        limit = 21
        if k > 5:
            limit += 4 ** ceil(log(k * 3, 4))
        if size <= limit:
            return self._sample_from_pool(list(population), k)
        chosen = set()
        result = []
        for _ in range(k):
            position = self._below(size)
            while position in chosen:
                position = self._below(size)
            chosen.add(position)
            result.append(population[position])
        return result

    def _sample_from_pool(self, pool, k):
        result = []
        for left in range(len(pool), len(pool) - k, -1):
            position = self._below(left)
            result.append(pool[position])
            pool[position] = pool[left - 1]
        return result

    def _sample_counted(self, population, k, counts):
        sums = _running_sums(counts)
        if len(sums) != len(population):
            raise ValueError("The number of counts does not match the population")
        total = sums.pop()
        if not isinstance(total, int):
            raise TypeError("Counts must be integers")
        if total <= 0:
            raise ValueError("Total of counts must be greater than zero")
        return [population[bisect(sums, place)] for place in self.sample(range(total), k=k)]

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        """`k` items, which may repeat, each as likely as its weight says."""
        size = len(population)
        if cum_weights is None:
            if weights is None:
                return [population[floor(self.random() * float(size))] for _ in range(k)]
            try:
                cum_weights = _running_sums(weights)
            except TypeError:
                if not isinstance(weights, int):
                    raise
                raise TypeError(
                    f"The number of choices must be a keyword argument: k={weights}"
                ) from None
        elif weights is not None:
            raise TypeError("Cannot specify both weights and cumulative weights")
        if len(cum_weights) != size:
            raise ValueError("The number of weights does not match the population")
        total = cum_weights[-1] + 0.0
        if total <= 0.0:
            raise ValueError("Total of weights must be greater than zero")
        if not isfinite(total):
            raise ValueError("Total of weights must be finite")
        return [
            population[bisect(cum_weights, self.random() * total, 0, size - 1)]
            for _ in range(k)
        ]

    def uniform(self, a, b):
        """A float between `a` and `b`."""
        return a + (b - a) * self.random()

    def triangular(self, low=0.0, high=1.0, mode=None):
        """A float between `low` and `high`, most likely near `mode`."""
        draw = self.random()
        if mode is None:
            peak = 0.5
        elif high == low:
            return low
        else:
            peak = (mode - low) / (high - low)
        if draw > peak:
            draw = 1.0 - draw
            peak = 1.0 - peak
            low, high = high, low
        return low + (high - low) * sqrt(draw * peak)

    def normalvariate(self, mu=0.0, sigma=1.0):
        """Normally distributed, by the ratio of two uniform numbers."""
        factor = 4 * exp(-0.5) / sqrt(2.0)
        while True:
            first = self.random()
            second = 1.0 - self.random()
            z = factor * (first - 0.5) / second
            if z * z / 4.0 <= -log(second):
                return mu + z * sigma

    def gauss(self, mu=0.0, sigma=1.0):
        """Normally distributed; numbers come in pairs, and the second one is kept."""
        z = self.gauss_next
        self.gauss_next = None
        if z is None:
            angle = self.random() * (2.0 * pi)
            radius = sqrt(-2.0 * log(1.0 - self.random()))
            z = cos(angle) * radius
            self.gauss_next = sin(angle) * radius
        return mu + z * sigma

    def lognormvariate(self, mu, sigma):
        """A number whose logarithm is normally distributed."""
        return exp(self.normalvariate(mu, sigma))

    def expovariate(self, lambd):
        """Exponentially distributed, with the mean 1 / `lambd`."""
        return -log(1.0 - self.random()) / lambd

    def vonmisesvariate(self, mu, kappa):
        """An angle around `mu`, the closer the larger `kappa` is."""
        if kappa <= 1e-6:
            return 2.0 * pi * self.random()
        s = 0.5 / kappa
        r = s + sqrt(1.0 + s * s)
        while True:
            z = cos(pi * self.random())
            d = z / (r + z)
            draw = self.random()
            if draw < 1.0 - d * d or draw <= (1.0 - d) * exp(d):
                break
        q = 1.0 / r
        angle = acos((q + z) / (1.0 + q * z))
        if self.random() > 0.5:
            return (mu + angle) % (2.0 * pi)
        return (mu - angle) % (2.0 * pi)

    def gammavariate(self, alpha, beta):
        """Distributed as the gamma function says."""
        if alpha <= 0.0 or beta <= 0.0:
            raise ValueError("gammavariate: alpha and beta must be > 0.0")
        if alpha > 1.0:
            return self._gamma_large(alpha) * beta
        if alpha == 1.0:
            return -log(1.0 - self.random()) * beta
        return self._gamma_small(alpha) * beta

    def _gamma_large(self, alpha):
        root = sqrt(2.0 * alpha - 1.0)
        b = alpha - log(4.0)
        c = alpha + root
        while True:
            first = self.random()
            if not 1e-7 < first < 0.9999999:
                continue
            second = 1.0 - self.random()
            v = log(first / (1.0 - first)) / root
            x = alpha * exp(v)
            z = first * first * second
            r = b + c * v - x
            if r + (1.0 + log(4.5)) - 4.5 * z >= 0.0 or r >= log(z):
                return x

    def _gamma_small(self, alpha):
        e = exp(1.0)
        while True:
            b = (e + alpha) / e
            p = b * self.random()
            x = p ** (1.0 / alpha) if p <= 1.0 else -log((b - p) / alpha)
            draw = self.random()
            if draw <= (x ** (alpha - 1.0) if p > 1.0 else exp(-x)):
                return x

    def betavariate(self, alpha, beta):
        """Between 0 and 1, distributed as the beta function says."""
        y = self.gammavariate(alpha, 1.0)
        return y / (y + self.gammavariate(beta, 1.0)) if y else 0.0

    def paretovariate(self, alpha):
        """At least 1, with a long tail."""
        return (1.0 - self.random()) ** (-1.0 / alpha)

    def weibullvariate(self, alpha, beta):
        """Distributed as life times are."""
        return alpha * (-log(1.0 - self.random())) ** (1.0 / beta)

    def __reduce__(self):
        return type(self), (), self.getstate()

    def __setstate__(self, state):
        self.setstate(state)


class SystemRandom(Random):
    """Takes every number from outside; it cannot be seeded."""

    def seed(self, *args, **kwds):
        """Without effect."""

    def random(self):
        """A float in [0, 1)."""
        return self.getrandbits(53) * 2.0**-53

    def getrandbits(self, k, /):
        """An int of `k` random bits."""
        if k < 0:
            raise ValueError("number of bits must be non-negative")
        number = 0
        for _ in range(-(-k // 256)):
            number = number << 256 | _interleave.entropy()
        return number & ((1 << k) - 1)

    def getstate(self):
        """There is no state."""
        raise NotImplementedError("System entropy source does not have state.")

    def setstate(self, state):
        """There is no state."""
        raise NotImplementedError("System entropy source does not have state.")


def _number(seed):
    import hashlib

    if isinstance(seed, str):
        seed = seed.encode()
    return int.from_bytes(seed + hashlib.sha512(seed).digest(), "big")


def _old_number(seed):
    """The number of a text in the way of Python's first versions."""
    codes = [ord(ch) for ch in seed] if isinstance(seed, str) else list(seed)
    number = codes[0] << 7 if codes else 0
    for code in codes:
        number = (1000003 * number ^ code) & 0xFFFFFFFFFFFFFFFF
    return number ^ len(seed)


def _integer(value, role):
    if hasattr(value, "__index__"):
        return value.__index__()
    integer = int(value)
    if integer != value:
        _interleave.warn("DeprecationWarning", "randrange() will raise TypeError in the future")
        raise ValueError(f"non-integer {role} for randrange()")
    _interleave.warn(
        "DeprecationWarning",
        "non-integer arguments to randrange() have been deprecated since Python 3.10 "
        "and will be removed in a subsequent version",
    )
    return integer


def _running_sums(numbers):
    sums = []
    total = 0
    for number in numbers:
        total = total + number if sums else number
        sums.append(total)
    return sums


# The generator behind the module's functions, seeded when it is first needed.
_shared = None


def _instance():
    global _shared
    if _shared is None:
        _shared = Random()
    return _shared


def _after_fork():
    """A child process does not go on with its parent's sequence."""
    if _shared is not None:
        _shared.seed()


def seed(a=None, version=2):
    """Start the sequence that belongs to `a`."""
    _instance().seed(a, version)


def getstate():
    """The whole state, for `setstate`."""
    return _instance().getstate()


def setstate(state):
    """Continue from a state that `getstate` returned."""
    return _instance().setstate(state)


def random():
    """A float in [0, 1)."""
    return _instance().random()


def getrandbits(k, /):
    """An int of `k` random bits."""
    return _instance().getrandbits(k)


def randbytes(n):
    """`n` random bytes."""
    return _instance().randbytes(n)


def randrange(start, stop=None, step=None):
    """An item of range(start, stop, step)."""
    return _instance().randrange(start, stop, step)


def randint(a, b):
    """An int from `a` to `b`, both included."""
    return _instance().randint(a, b)


def choice(seq):
    """An item of a sequence."""
    return _instance().choice(seq)


def shuffle(x):
    """Shuffle a list in place."""
    return _instance().shuffle(x)


def sample(population, k, *, counts=None):
    """`k` different items of a sequence, in random order."""
    return _instance().sample(population, k, counts=counts)


def choices(population, weights=None, *, cum_weights=None, k=1):
    """`k` items, which may repeat, each as likely as its weight says."""
    return _instance().choices(population, weights, cum_weights=cum_weights, k=k)


def uniform(a, b):
    """A float between `a` and `b`."""
    return _instance().uniform(a, b)


def triangular(low=0.0, high=1.0, mode=None):
    """A float between `low` and `high`, most likely near `mode`."""
    return _instance().triangular(low, high, mode)


def normalvariate(mu=0.0, sigma=1.0):
    """Normally distributed, by the ratio of two uniform numbers."""
    return _instance().normalvariate(mu, sigma)


def gauss(mu=0.0, sigma=1.0):
    """Normally distributed; numbers come in pairs, and the second one is kept."""
    return _instance().gauss(mu, sigma)


def lognormvariate(mu, sigma):
    """A number whose logarithm is normally distributed."""
    return _instance().lognormvariate(mu, sigma)


def expovariate(lambd):
    """Exponentially distributed, with the mean 1 / `lambd`."""
    return _instance().expovariate(lambd)


def vonmisesvariate(mu, kappa):
    """An angle around `mu`, the closer the larger `kappa` is."""
    return _instance().vonmisesvariate(mu, kappa)


def gammavariate(alpha, beta):
    """Distributed as the gamma function says."""
    return _instance().gammavariate(alpha, beta)


def betavariate(alpha, beta):
    """Between 0 and 1, distributed as the beta function says."""
    return _instance().betavariate(alpha, beta)


def paretovariate(alpha):
    """At least 1, with a long tail."""
    return _instance().paretovariate(alpha)


def weibullvariate(alpha, beta):
    """Distributed as life times are."""
    return _instance().weibullvariate(alpha, beta)
