"""What methods of strings, bytes and numbers do that may call Python."""

import _interleave

__atomic__ = True


def _integer(value):
    method = _interleave.find_special(value, "__index__")
    if method is None:
        raise TypeError(f"'{_interleave.type_name(value)}' object cannot be interpreted as an integer")
    result = method(value)
    if not isinstance(result, int):
        raise TypeError(f"__index__ returned non-int (type {_interleave.type_name(result)})")
    return result


def _integer_if_any(value):
    if isinstance(value, (int, str, bytes, bytearray)) or _interleave.find_special(value, "__index__") is None:
        return value
    return _integer(value)


def call_with_integers(function, *values, **named):
    return function(*[_integer_if_any(value) for value in values], **{name: _integer_if_any(named[name]) for name in named})


def _float_if_any(value):
    if _interleave.find_special(value, "__float__") is None and _interleave.find_special(value, "__index__") is None:
        return value
    return float(value)


def call_with_floats(function, *values):
    return function(*[_float_if_any(value) for value in values])


# Strings.

def join_all(self, iterable):
    return _interleave.base_of(self).join([item for item in iterable])


def str_translate(self, table):
    parts = []
    for character in _interleave.base_of(self):
        try:
            new = table[ord(character)]
        except LookupError:
            new = character
        if isinstance(new, int):
            if not 0 <= new < 0x110000:
                raise ValueError("character mapping must be in range(0x110000)")
            new = chr(new)
        if new is not None:
            if not isinstance(new, str):
                raise TypeError("character mapping must return integer, None or str")
            parts.append(new)
    return "".join(parts)


class _Numbering:
    """How the fields without a number have been numbered so far."""

    def __init__(self):
        self.automatic = None
        self.next = 0

    def position(self, written):
        if self.automatic is None:
            self.automatic = written is None
        if self.automatic and written is not None:
            raise ValueError("cannot switch from automatic field numbering to manual field specification")
        if not self.automatic and written is None:
            raise ValueError("cannot switch from manual field specification to automatic field numbering")
        if written is not None:
            return written
        self.next += 1
        return self.next - 1


def str_format(self, *values, **named):
    return _expand(_interleave.base_of(self), values, named, _Numbering(), 2)


def str_format_map(self, mapping):
    return _expand(_interleave.base_of(self), None, mapping, _Numbering(), 2)


def _expand(template, values, named, numbering, depth):
    if depth == 0:
        raise ValueError("Max string recursion exceeded")
    parts = []
    for piece in _interleave.template_pieces(template):
        parts.append(piece[0])
        if len(piece) == 1:
            continue
        _, name, letter, spec, is_nested = piece
        value = _field_value(name, values, named, numbering)
        if letter is not None:
            value = _converted(value, letter)
        if is_nested:
            spec = _expand(spec, values, named, numbering, depth - 1)
        parts.append(format(value, spec))
    return "".join(parts)


def _field_value(name, values, named, numbering):
    first, steps = _interleave.steps_of_field(name)
    if isinstance(first, str):
        value = named[first]
    else:
        position = numbering.position(first)
        if values is None:
            raise ValueError("Format string contains positional fields")
        if position >= len(values):
            raise IndexError(f"Replacement index {position} out of range for positional args tuple")
        value = values[position]
    for is_attribute, step in steps:
        value = getattr(value, step) if is_attribute else value[step]
    return value


def _converted(value, letter):
    if letter == "s":
        return str(value)
    if letter == "r":
        return repr(value)
    if letter == "a":
        return _interleave.ascii_text(repr(value))
    if "!" <= letter <= "~":
        raise ValueError(f"Unknown conversion specifier {letter}")
    raise ValueError(f"Unknown conversion specifier \\x{ord(letter):x}")


# `format % values`: values are brought to what their fields ask for, in order, and then shown by the machine.

def percent_of_base(self, values):
    base = _interleave.base_of(self)
    if isinstance(base, (str, bytes, bytearray)):
        return str_mod(base, values)
    return NotImplemented


def str_mod(template, values):
    is_bytes = not isinstance(template, str)
    is_tuple = isinstance(values, tuple)
    rest = list(values) if is_tuple else [values]
    is_mapping = (not is_tuple and not isinstance(values, (bytes, bytearray) if is_bytes else str)
                  and _interleave.find_special(values, "__getitem__") is not None)
    used = 0
    converted = []
    for key, stars, code in _interleave.percent_fields(template):
        if key is not None:
            if not is_mapping:
                raise TypeError("format requires a mapping")
            rest = [values[key]]
            used = 0
        for _ in range(stars):
            if used == len(rest):
                raise TypeError("not enough arguments for format string")
            converted.append(rest[used])
            used += 1
        if used == len(rest):
            raise TypeError("not enough arguments for format string")
        convert = _byte_shown if is_bytes else _shown
        converted.append(convert(rest[used], code))
        used += 1
    result = _interleave.percent_in_order(template, converted)
    if used < len(rest) and not is_mapping:
        raise TypeError(f"not all arguments converted during {'bytes' if is_bytes else 'string'} formatting")
    return result


def _shown(value, code):
    if code == "s":
        return str(value)
    if code == "r":
        return repr(value)
    if code == "a":
        return _interleave.ascii_text(repr(value))
    return _number_shown(value, code)


def _byte_shown(value, code):
    if code == "r" or code == "a":
        return _interleave.ascii_text(repr(value))
    if code == "s" or code == "b":
        method = _interleave.find_special(value, "__bytes__")
        return value if method is None else method(value)
    return _number_shown(value, code)


def _number_shown(value, code):
    if isinstance(value, (int, float, str, bytes, bytearray)):
        return value
    if code in "oxXc":
        return _integer_if_any(value)
    if code in "diu":
        for name in ("__int__", "__index__", "__trunc__"):
            if _interleave.find_special(value, name) is not None:
                return int(value)
        return value
    if code in "eEfFgG":
        if _interleave.find_special(value, "__float__") is not None or _interleave.find_special(value, "__index__") is not None:
            return float(value)
    return value


# Bytes, and repetition.

def multiply_by_index(self, count):
    return _interleave.base_of(self) * _integer(count)


def repeat_in_place(self, count):
    self *= _integer(count)
    return self


def bytes_(source=b"", *rest, **named):
    method = _interleave.find_special(source, "__bytes__")
    if method is None:
        return bytes(_contents(source), *rest, **named)
    result = method(source)
    if not isinstance(result, bytes):
        raise TypeError(f"__bytes__ returned non-bytes (type {_interleave.type_name(result)})")
    return result


def bytearray_(source=b"", *rest, **named):
    return bytearray(_contents(source), *rest, **named)


def _contents(source):
    if isinstance(source, (str, bytes, bytearray)):
        return source
    if _interleave.find_special(source, "__index__") is not None:
        return _integer(source)
    return [_integer(item) for item in source]


def bytearray_init(self, source=b"", *rest, **named):
    self[:] = bytearray(_contents(source), *rest, **named)


def bytearray_extend(self, iterable):
    if _interleave.find_special(iterable, "__iter__") is None and _interleave.find_special(iterable, "__getitem__") is None:
        raise TypeError(f"can't extend bytearray with {_interleave.type_name(iterable)}")
    _interleave.base_of(self).extend(bytearray([_integer(item) for item in iterable]))


# Numbers.

def int_to_bytes(self, length=1, byteorder="big", *, signed=False):
    return _interleave.base_of(self).to_bytes(_integer(length), byteorder, signed=bool(signed))


def int_from_bytes(cls, bytes, byteorder="big", *, signed=False):
    return cls.from_bytes(bytes_(bytes), byteorder, signed=bool(signed))
