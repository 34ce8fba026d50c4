"""Large values in readable lines."""

import _interleave
import sys

__atomic__ = True
__all__ = ("pprint", "pformat", "pp", "saferepr", "isreadable", "isrecursive", "PrettyPrinter")


_KINDS = (dict, list, tuple, set, frozenset, str, bool, int)


def _kind(value):
    """The builtin class whose `repr` a value has."""
    show = _interleave.lookup(type(value), "__repr__")
    for cls in type(value).__mro__:
        if cls in _KINDS and _interleave.lookup(cls, "__repr__") is show:
            return cls
    return None


class PrettyPrinter:
    """Lays out values in lines of a certain width."""

    def __init__(
        self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True,
        underscore_numbers=False,
    ):
        if indent < 0:
            raise ValueError("indent must be >= 0")
        if depth is not None and depth <= 0:
            raise ValueError("depth must be > 0")
        if not width:
            raise ValueError("width must be != 0")
        self._indent = indent
        self._width = width
        self._depth = depth
        self._stream = stream
        self._compact = compact
        self._sort_dicts = sort_dicts
        self._underscores = underscore_numbers

    def pprint(self, object):
        """Write a value."""
        (self._stream or sys.stdout).write(self.pformat(object) + "\n")

    def pformat(self, object):
        """The text of a value."""
        return self._laid_out(object, 0, 0, (), 1)

    def isreadable(self, object):
        """Whether Python could read the text."""
        return "<" not in self._line(object, (), 1)

    def isrecursive(self, object):
        """Whether the value contains itself."""
        return "<Recursion on " in self._line(object, (), 1)

    def _laid_out(self, value, indent, allowance, around, level):
        """The text from a column on, with room for `allowance` more at its end."""
        line = self._line(value, around, level)
        room = self._width - indent - allowance
        if len(line) <= room or id(value) in around or self._depth and level > self._depth:
            return line
        inside = (*around, id(value))
        kind = _kind(value)
        if kind is dict:
            return self._dict(value, indent, allowance, inside, level)
        if kind is list:
            return "[" + self._items(value, indent, allowance + 1, inside, level) + "]"
        if kind is tuple:
            end = ",)" if len(value) == 1 else ")"
            return "(" + self._items(value, indent, allowance + len(end), inside, level) + end
        if kind in (set, frozenset) and value:
            return self._set(value, indent, allowance, inside, level)
        if kind is str and value:
            return self._str(value, indent, allowance, level)
        return line

    def _dict(self, value, indent, allowance, inside, level):
        items = self._pairs(value)
        lead = "{" + " " * (self._indent - 1)
        indent += self._indent
        parts = []
        for position, (key, item) in enumerate(items):
            name = self._line(key, inside, level + 1)
            end = allowance + 1 if position == len(items) - 1 else 1
            text = self._laid_out(item, indent + len(name) + 2, end, inside, level + 1)
            parts.append(f"{name}: {text}")
        return lead + (",\n" + " " * indent).join(parts) + "}"

    def _pairs(self, value):
        return sorted(value.items(), key=_pair_order) if self._sort_dicts else list(value.items())

    def _set(self, value, indent, allowance, inside, level):
        name = type(value).__name__
        start, end = ("{", "}") if type(value) is set else (name + "({", "})")
        extra = 0 if type(value) is set else len(name) + 1
        items = sorted(value, key=_Order)
        return start + self._items(items, indent + extra, allowance + len(end), inside, level) + end

    def _items(self, items, indent, allowance, inside, level):
        indent += self._indent
        lead = " " * (self._indent - 1)
        newline = ",\n" + " " * indent
        if self._compact:
            return lead + self._packed(list(items), indent, allowance, inside, level, newline)
        parts = []
        for position, item in enumerate(items):
            end = allowance if position == len(items) - 1 else 1
            parts.append(self._laid_out(item, indent, end, inside, level + 1))
        return lead + newline.join(parts)

    def _packed(self, items, indent, allowance, inside, level, newline):
        """As many items in each line as there is room for."""
        text = ""
        most = left = self._width - indent + 1
        for position, item in enumerate(items):
            is_last = position == len(items) - 1
            if is_last:
                most -= allowance
                left -= allowance
            line = self._line(item, inside, level + 1)
            width = len(line) + 2
            if left < width:
                left = most
                if text:
                    text += newline
            elif text:
                text += ", "
            if left >= width:
                left -= width
                text += line
            else:
                end = allowance if is_last else 1
                text += self._laid_out(item, indent, end, inside, level + 1)
                left = 0
        return text

    def _str(self, value, indent, allowance, level):
        """A long text as several, one below the other."""
        parenthesised = level == 1
        if parenthesised:
            indent += 1
            allowance += 1
        room = self._width - indent
        pieces = []
        lines = value.splitlines(True)
        for number, line in enumerate(lines):
            last_room = room - allowance if number == len(lines) - 1 else room
            if len(repr(line)) <= last_room:
                pieces.append(repr(line))
                continue
            current = ""
            words = _words(line)
            for position, word in enumerate(words):
                end = last_room if position == len(words) - 1 else room
                if current and len(repr(current + word)) > end:
                    pieces.append(repr(current))
                    current = word
                else:
                    current += word
            if current:
                pieces.append(repr(current))
        if len(pieces) == 1:
            return pieces[0]
        text = ("\n" + " " * indent).join(pieces)
        return f"({text})" if parenthesised else text

    def _line(self, value, around, level):
        """The text in one line, with dicts in order of their keys."""
        kind = _kind(value)
        if kind is int and self._underscores:
            return f"{value:_d}"
        is_dict = kind is dict
        if not is_dict and kind not in (list, tuple):
            return repr(value)
        if not value:
            return repr(value)
        opening, closing = ("{", "}") if is_dict else ("[", "]") if kind is list else ("(", ")")
        if self._depth and level > self._depth:
            return f"{opening}...{closing}"
        if id(value) in around:
            return f"<Recursion on {type(value).__name__} with id={id(value)}>"
        inside = (*around, id(value))
        if is_dict:
            parts = [
                f"{self._line(key, inside, level + 1)}: {self._line(item, inside, level + 1)}"
                for key, item in self._pairs(value)
            ]
        else:
            parts = [self._line(item, inside, level + 1) for item in value]
            if closing == ")" and len(parts) == 1:
                closing = ",)"
        return opening + ", ".join(parts) + closing


class _Order:
    """Orders anything: what cannot be compared goes by its type."""

    __slots__ = ("value",)

    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        try:
            return self.value < other.value
        except TypeError:
            mine, theirs = self.value, other.value
            return (str(type(mine)), id(mine)) < (str(type(theirs)), id(theirs))


def _pair_order(pair):
    return _Order(pair[0]), _Order(pair[1])


def _words(line):
    """The words of a line, each with the white space after it."""
    words = []
    start = 0
    for position in range(1, len(line)):
        if line[position - 1].isspace() and not line[position].isspace():
            words.append(line[start:position])
            start = position
    words.append(line[start:])
    return words


def pprint(object, stream=None, indent=1, width=80, depth=None, **options):
    """Write a value in readable lines."""
    PrettyPrinter(indent, width, depth, stream, **options).pprint(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    """Write a value in readable lines, with dicts in their own order."""
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def pformat(object, indent=1, width=80, depth=None, **options):
    """The readable lines of a value."""
    return PrettyPrinter(indent, width, depth, **options).pformat(object)


def saferepr(object):
    """The text of a value in one line."""
    return PrettyPrinter()._line(object, (), 1)


def isreadable(object):
    """Whether Python could read the text."""
    return PrettyPrinter().isreadable(object)


def isrecursive(object):
    """Whether the value contains itself."""
    return PrettyPrinter().isrecursive(object)
