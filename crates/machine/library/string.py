"""Sets of characters, and texts with `$names`."""

__atomic__ = True
__all__ = (
    "ascii_letters", "ascii_lowercase", "ascii_uppercase", "capwords", "digits", "hexdigits",
    "octdigits", "printable", "punctuation", "whitespace", "Template",
)

whitespace = " \t\n\r\x0b\x0c"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
digits = "0123456789"
hexdigits = "0123456789abcdefABCDEF"
octdigits = "01234567"
punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
printable = (
    "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
    "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ \t\n\r\x0b\x0c"
)


def capwords(s, sep=None):
    """Every word with a capital first letter and small others."""
    return (sep or " ").join([word.capitalize() for word in s.split(sep)])


class Template:
    """A text in which `$name` and `${name}` are replaced, and `$$` stands for `$`."""

    delimiter = "$"

    def __init__(self, template):
        self.template = template

    def substitute(self, mapping=(), /, **kws):
        """The text with all names replaced."""
        return self._replaced({**dict(mapping), **kws}, safe=False)

    def safe_substitute(self, mapping=(), /, **kws):
        """The text with those names replaced that are known."""
        return self._replaced({**dict(mapping), **kws}, safe=True)

    def _replaced(self, values, safe):
        out = []
        for piece, name, position in self._pieces():
            if name is None:
                if piece == self.delimiter and not safe:
                    raise ValueError(self._complaint(position))
                out.append(self.delimiter if piece == self.delimiter * 2 else piece)
            elif name in values or not safe:
                out.append(str(values[name]))
            else:
                out.append(piece)
        return "".join(out)

    def _pieces(self):
        """The pieces of the text: each with the name it stands for, if any, and its place."""
        text = self.template
        position = 0
        while position < len(text):
            start = text.find(self.delimiter, position)
            if start < 0:
                break
            yield text[position:start], None, position
            rest = text[start + 1 :]
            if rest.startswith(self.delimiter):
                piece, name = self.delimiter * 2, None
            elif rest.startswith("{") and _name_length(rest[1:]) and rest[1 + _name_length(rest[1:]) :].startswith("}"):
                name = rest[1 : 1 + _name_length(rest[1:])]
                piece = self.delimiter + "{" + name + "}"
            elif _name_length(rest):
                name = rest[: _name_length(rest)]
                piece = self.delimiter + name
            else:
                piece, name = self.delimiter, None
            yield piece, name, start
            position = start + len(piece)
        yield text[position:], None, position

    def _complaint(self, position):
        before = self.template[:position]
        line = before.count("\n") + 1
        column = position - (before.rfind("\n") + 1) + 1
        return f"Invalid placeholder in string: line {line}, col {column}"

    def is_valid(self):
        """Whether every `$` stands where it can."""
        return all(name is not None or piece != self.delimiter for piece, name, _ in self._pieces())

    def get_identifiers(self):
        """The names, each once."""
        return list(dict.fromkeys(name for _, name, _ in self._pieces() if name is not None))


def _name_length(text):
    """How many characters at the beginning form a name."""
    length = 0
    while length < len(text):
        ch = text[length]
        if not ch.isascii() or not (ch.isalpha() or ch == "_" or length and ch.isdigit()):
            break
        length += 1
    return length
