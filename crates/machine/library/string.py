"""Sets of characters, and texts with `$names`."""

import _interleave

__atomic__ = True
__all__ = (
    "ascii_letters", "ascii_lowercase", "ascii_uppercase", "capwords", "digits", "hexdigits",
    "octdigits", "printable", "punctuation", "whitespace", "Formatter", "Template",
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


class Formatter:
    """What `str.format` does, in parts that a class may do otherwise."""

    def format(self, format_string, /, *args, **kwargs):
        """The text with its fields filled."""
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        """The same with the arguments as a sequence and a mapping."""
        used = set()
        text, _ = self._vformat(format_string, args, kwargs, used, 2)
        self.check_unused_args(used, args, kwargs)
        return text

    def _vformat(self, format_string, args, kwargs, used_args, recursion_depth, auto_arg_index=0):
        if recursion_depth < 0:
            raise ValueError("Max string recursion exceeded")
        out = []
        for literal, field, spec, conversion in self.parse(format_string):
            if literal:
                out.append(literal)
            if field is None:
                continue
            if not field or field.isdigit():
                # The next position is False once fields have numbers of their own.
                if auto_arg_index if field else auto_arg_index is False:
                    raise ValueError(
                        "cannot switch from manual field specification to automatic field numbering"
                    )
                if field:
                    auto_arg_index = False
                else:
                    field = str(auto_arg_index)
                    auto_arg_index += 1
            value, used = self.get_field(field, args, kwargs)
            used_args.add(used)
            value = self.convert_field(value, conversion)
            spec, auto_arg_index = self._vformat(
                spec, args, kwargs, used_args, recursion_depth - 1, auto_arg_index
            )
            out.append(self.format_field(value, spec))
        return "".join(out), auto_arg_index

    def parse(self, format_string):
        """The pieces: each a text, and the name, the specification and the conversion of the field behind it."""
        for literal, *field in _interleave.template_pieces(format_string):
            if field:
                name, letter, spec, _ = field
                yield literal, name, spec, letter
            else:
                yield literal, None, None, None

    def get_field(self, field_name, args, kwargs):
        """What a field stands for, and the argument that it begins with."""
        first, steps = _interleave.steps_of_field(field_name)
        first = "" if first is None else first
        value = self.get_value(first, args, kwargs)
        for is_attribute, step in steps:
            value = getattr(value, step) if is_attribute else value[step]
        return value, first

    def get_value(self, key, args, kwargs):
        """The argument of a position or a name."""
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        """For classes that mind arguments that no field asks for."""

    def convert_field(self, value, conversion):
        """What stands behind `!` done to a value."""
        match conversion:
            case None:
                return value
            case "s":
                return str(value)
            case "r":
                return repr(value)
            case "a":
                return ascii(value)
        raise ValueError(f"Unknown conversion specifier {conversion}")

    def format_field(self, value, format_spec):
        """A value as its specification wants it."""
        return format(value, format_spec)


def _name_length(text):
    """How many characters at the beginning form a name."""
    length = 0
    while length < len(text):
        ch = text[length]
        if not ch.isascii() or not (ch.isalpha() or ch == "_" or length and ch.isdigit()):
            break
        length += 1
    return length
