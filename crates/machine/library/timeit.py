"""How long calls take."""

import time

__atomic__ = True
__all__ = ("Timer", "timeit", "repeat", "default_timer")

default_number = 1000000
default_repeat = 5


def default_timer():
    """The clock that measures."""
    return time.perf_counter()


def _checked(code, role):
    if callable(code):
        return code
    if code == "pass":
        return _nothing
    if isinstance(code, str):
        raise NotImplementedError(f"{role} must be callable here: source text is not executed")
    raise ValueError(f"{role} is neither a string nor callable")


def _nothing():
    pass


class Timer:
    """Measures one function."""

    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        self._stmt = _checked(stmt, "stmt")
        self._setup = _checked(setup, "setup")
        self.timer = timer

    def timeit(self, number=default_number):
        """The seconds that a number of calls take together."""
        self._setup()
        call = self._stmt
        start = self.timer()
        for _ in range(number):
            call()
        return self.timer() - start

    def repeat(self, repeat=default_repeat, number=default_number):
        """The same, several times."""
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        """The first round number of calls that take 0.2 seconds or more, and their time."""
        scale = 1
        while True:
            for factor in (1, 2, 5):
                number = scale * factor
                taken = self.timeit(number)
                if callback:
                    callback(number, taken)
                if taken >= 0.2:
                    return number, taken
            scale *= 10


def timeit(stmt="pass", setup="pass", timer=default_timer, number=default_number, globals=None):
    """The seconds that a number of calls take together."""
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(
    stmt="pass", setup="pass", timer=default_timer, repeat=default_repeat, number=default_number,
    globals=None,
):
    """The same, several times."""
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
