"""Binds arguments to parameters that are known only at run time.

Classes made by `namedtuple` and `dataclass` take their fields as parameters. This module
gives such calls CPython's rules and error messages without compiling any code.
"""

__atomic__ = True


class Signature:
    """Parameters of a function whose first parameter (`self` or `cls`) is implicit."""

    __slots__ = ("name", "names", "defaults", "keyword_only")

    def __init__(self, name, names, defaults, keyword_only=()):
        self.name = name
        self.names = names
        self.defaults = defaults
        self.keyword_only = keyword_only

    def bind(self, args, kwargs):
        """The values by parameter name, in the order of the parameters."""
        names = self.names
        if len(args) > len(names):
            if kwargs and not self._knows(kwargs):
                self._unexpected(kwargs)
            self._too_many(len(args), kwargs)
        given = dict(zip(names, args))
        for name, value in kwargs.items():
            if name in given:
                raise TypeError(f"{self.name}() got multiple values for argument '{name}'")
            if name not in names and name not in self.keyword_only:
                self._unexpected(kwargs)
            given[name] = value
        bound = {}
        for kind, group in (("positional", names), ("keyword-only", self.keyword_only)):
            missing = []
            for name in group:
                if name in given:
                    bound[name] = given[name]
                elif name in self.defaults:
                    bound[name] = self.defaults[name]
                else:
                    missing.append(repr(name))
            if missing:
                plural = "" if len(missing) == 1 else "s"
                raise TypeError(
                    f"{self.name}() missing {len(missing)} required {kind} "
                    f"argument{plural}: {enumeration(missing)}"
                )
        return bound

    def _knows(self, kwargs):
        return all(name in self.names or name in self.keyword_only for name in kwargs)

    def _unexpected(self, kwargs):
        for name in kwargs:
            if name not in self.names and name not in self.keyword_only:
                raise TypeError(f"{self.name}() got an unexpected keyword argument '{name}'")

    def _too_many(self, given, kwargs):
        # The implicit first parameter counts, as it does in a written function.
        most = len(self.names) + 1
        optional = sum(name in self.defaults for name in self.names)
        expected = f"from {most - optional} to {most}" if optional else str(most)
        plural = "" if most == 1 and not optional else "s"
        extra = sum(name in self.keyword_only for name in kwargs)
        count = str(given + 1)
        if extra:
            keyword_plural = "" if extra == 1 else "s"
            count = (
                f"{given + 1} positional arguments "
                f"(and {extra} keyword-only argument{keyword_plural})"
            )
        were = "was" if given + 1 == 1 and not extra else "were"
        raise TypeError(
            f"{self.name}() takes {expected} positional argument{plural} "
            f"but {count} {were} given"
        )


def enumeration(words):
    """`a`, `a and b`, or `a, b, and c`."""
    if len(words) <= 2:
        return " and ".join(words)
    return ", ".join(words[:-1]) + ", and " + words[-1]
