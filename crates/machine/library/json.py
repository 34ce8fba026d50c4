"""JSON texts."""

__atomic__ = True
__all__ = ("dump", "dumps", "load", "loads", "JSONDecoder", "JSONDecodeError", "JSONEncoder")


class JSONDecodeError(ValueError):
    """A text that is no JSON, with the place where it goes wrong."""

    def __init__(self, msg, doc, pos):
        self.lineno = doc.count("\n", 0, pos) + 1
        self.colno = pos - doc.rfind("\n", 0, pos)
        super().__init__(f"{msg}: line {self.lineno} column {self.colno} (char {pos})")
        self.msg = msg
        self.doc = doc
        self.pos = pos

    def __reduce__(self):
        return type(self), (self.msg, self.doc, self.pos)


class JSONEncoder:
    """Makes texts of values."""

    def __init__(
        self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True,
        sort_keys=False, indent=None, separators=None, default=None,
    ):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = " " * indent if isinstance(indent, int) else indent
        self.item_separator = ", " if indent is None else ","
        self.key_separator = ": "
        if separators is not None:
            self.item_separator, self.key_separator = separators
        if default is not None:
            self.default = default

    def default(self, o):
        """What to write for a value that JSON does not know."""
        raise TypeError(f"Object of type {type(o).__name__} is not JSON serializable")

    def encode(self, o):
        """The text of a value."""
        return "".join(self.iterencode(o))

    def iterencode(self, o):
        """The text of a value in pieces."""
        return self._value(o, "\n", [])

    def _value(self, value, line, around):
        if isinstance(value, str):
            yield _quoted(value, self.ensure_ascii)
        elif value is None:
            yield "null"
        elif value is True:
            yield "true"
        elif value is False:
            yield "false"
        elif isinstance(value, int):
            yield int.__repr__(value)
        elif isinstance(value, float):
            yield self._float(value)
        else:
            if self.check_circular:
                if any(value is other for other in around):
                    raise ValueError("Circular reference detected")
                around.append(value)
            if isinstance(value, (list, tuple)):
                yield from self._array(value, line, around)
            elif isinstance(value, dict):
                yield from self._object(value, line, around)
            else:
                yield from self._value(self.default(value), line, around)
            if self.check_circular:
                around.pop()

    def _float(self, value):
        if value - value == 0:
            return float.__repr__(value)
        if not self.allow_nan:
            raise ValueError("Out of range float values are not JSON compliant")
        if value != value:
            return "NaN"
        return "Infinity" if value > 0 else "-Infinity"

    def _lines(self, line):
        """What stands before items, between them, and after them."""
        if self.indent is None:
            return "", self.item_separator, ""
        inner = line + self.indent
        return inner, self.item_separator + inner, line

    def _array(self, items, line, around):
        if not items:
            yield "[]"
            return
        first, between, last = self._lines(line)
        lead = "[" + first
        for item in items:
            yield lead
            yield from self._value(item, first or line, around)
            lead = between
        yield last + "]"

    def _object(self, mapping, line, around):
        if not mapping:
            yield "{}"
            return
        first, between, last = self._lines(line)
        lead = first
        yield "{"
        for key, value in sorted(mapping.items()) if self.sort_keys else mapping.items():
            text = self._key(key)
            if text is None:
                continue
            yield lead + _quoted(text, self.ensure_ascii) + self.key_separator
            yield from self._value(value, first or line, around)
            lead = between
        yield last + "}"

    def _key(self, key):
        """The text of a key, or None if it is to be left out."""
        if isinstance(key, str):
            return key
        if key is None:
            return "null"
        if key is True:
            return "true"
        if key is False:
            return "false"
        if isinstance(key, int):
            return int.__repr__(key)
        if isinstance(key, float):
            return self._float(key)
        if self.skipkeys:
            return None
        raise TypeError(
            f"keys must be str, int, float, bool or None, not {type(key).__name__}"
        )


def _quoted(text, ascii_only):
    out = ['"']
    for ch in text:
        code = ord(ch)
        if ch in '"\\':
            out.append("\\" + ch)
        elif code < 0x20:
            known = {8: "\\b", 9: "\\t", 10: "\\n", 12: "\\f", 13: "\\r"}
            out.append(known[code] if code in known else f"\\u{code:04x}")
        elif code < 0x7F or not ascii_only:
            out.append(ch)
        elif code < 0x10000:
            out.append(f"\\u{code:04x}")
        else:
            # Two halves, since JSON's escapes have four digits.
            code -= 0x10000
            out.append(f"\\u{0xD800 | code >> 10:04x}\\u{0xDC00 | code & 0x3FF:04x}")
    out.append('"')
    return "".join(out)


def dumps(
    obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None,
    indent=None, separators=None, default=None, sort_keys=False, **kw,
):
    """The text of a value."""
    encoder = (JSONEncoder if cls is None else cls)(
        skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular,
        allow_nan=allow_nan, indent=indent, separators=separators, default=default,
        sort_keys=sort_keys, **kw,
    )
    return encoder.encode(obj)


def dump(obj, fp, **kw):
    """Write the text of a value."""
    fp.write(dumps(obj, **kw))


class JSONDecoder:
    """Makes values of texts."""

    def __init__(
        self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
        strict=True, object_pairs_hook=None,
    ):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant or float
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook

    def decode(self, s):
        """The value of a whole text."""
        value, end = self.raw_decode(s, _skip(s, 0))
        end = _skip(s, end)
        if end != len(s):
            raise JSONDecodeError("Extra data", s, end)
        return value

    def raw_decode(self, s, idx=0):
        """The value at a place, and where it ends."""
        ch = s[idx : idx + 1]
        if ch == '"':
            return self._string(s, idx + 1)
        if ch == "{":
            return self._object(s, _skip(s, idx + 1))
        if ch == "[":
            return self._array(s, _skip(s, idx + 1))
        for word, value in (("null", None), ("true", True), ("false", False)):
            if s.startswith(word, idx):
                return value, idx + len(word)
        for word in ("NaN", "Infinity", "-Infinity"):
            if s.startswith(word, idx):
                return self.parse_constant(word), idx + len(word)
        return self._number(s, idx)

    def _number(self, s, start):
        end = start + (s[start : start + 1] == "-")
        whole = _digits(s, end)
        if whole == end or s[end] == "0" and whole > end + 1:
            whole = end + 1 if s[end : end + 1] == "0" else end
        if whole == end:
            raise JSONDecodeError("Expecting value", s, start)
        end = whole
        if s[end : end + 1] == "." and _digits(s, end + 1) > end + 1:
            end = _digits(s, end + 1)
        if s[end : end + 1] in ("e", "E"):
            digits = end + 1 + (s[end + 1 : end + 2] in ("+", "-"))
            if _digits(s, digits) > digits:
                end = _digits(s, digits)
        parse = self.parse_int if end == whole else self.parse_float
        return parse(s[start:end]), end

    def _string(self, s, start):
        out = []
        position = start
        while True:
            ch = s[position : position + 1]
            position += 1
            if ch == "":
                raise JSONDecodeError("Unterminated string starting at", s, start - 1)
            if ch == '"':
                return "".join(out), position
            if ch == "\\":
                ch, position = _escape(s, position, start)
            elif ch < " " and self.strict:
                raise JSONDecodeError("Invalid control character at", s, position - 1)
            out.append(ch)

    def _array(self, s, position):
        items = []
        if s[position : position + 1] == "]":
            return items, position + 1
        while True:
            item, position = self.raw_decode(s, position)
            items.append(item)
            position = _skip(s, position)
            ch = s[position : position + 1]
            if ch == "]":
                return items, position + 1
            if ch != ",":
                raise JSONDecodeError("Expecting ',' delimiter", s, position)
            position = _skip(s, position + 1)

    def _object(self, s, position):
        pairs = []
        if s[position : position + 1] == "}":
            return self._made(pairs), position + 1
        while True:
            if s[position : position + 1] != '"':
                raise JSONDecodeError(
                    "Expecting property name enclosed in double quotes", s, position
                )
            key, position = self._string(s, position + 1)
            position = _skip(s, position)
            if s[position : position + 1] != ":":
                raise JSONDecodeError("Expecting ':' delimiter", s, position)
            value, position = self.raw_decode(s, _skip(s, position + 1))
            pairs.append((key, value))
            position = _skip(s, position)
            ch = s[position : position + 1]
            if ch == "}":
                return self._made(pairs), position + 1
            if ch != ",":
                raise JSONDecodeError("Expecting ',' delimiter", s, position)
            position = _skip(s, position + 1)

    def _made(self, pairs):
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs)
        made = dict(pairs)
        return made if self.object_hook is None else self.object_hook(made)


def _skip(s, position):
    while s[position : position + 1] in (" ", "\t", "\n", "\r"):
        position += 1
    return position


def _digits(s, position):
    while "0" <= s[position : position + 1] <= "9":
        position += 1
    return position


def _escape(s, position, start):
    """The character of an escape, and the place after it."""
    ch = s[position : position + 1]
    if ch == "":
        raise JSONDecodeError("Unterminated string starting at", s, start - 1)
    simple = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
    if ch in simple:
        return simple[ch], position + 1
    if ch != "u":
        raise JSONDecodeError("Invalid \\escape", s, position - 1)
    code = _hex(s, position + 1)
    position += 5
    if 0xD800 <= code < 0xDC00 and s.startswith("\\u", position):
        low = _hex(s, position + 2)
        if 0xDC00 <= low < 0xE000:
            code = 0x10000 + ((code - 0xD800) << 10 | low - 0xDC00)
            position += 6
    return chr(code), position


def _hex(s, position):
    digits = s[position : position + 4]
    if len(digits) == 4 and all(digit in "0123456789abcdefABCDEF" for digit in digits):
        return int(digits, 16)
    raise JSONDecodeError("Invalid \\uXXXX escape", s, position - 1)


def loads(s, *, cls=None, **kw):
    """The value of a text."""
    if isinstance(s, (bytes, bytearray)):
        s = s.decode()
    elif not isinstance(s, str):
        raise TypeError(
            f"the JSON object must be str, bytes or bytearray, not {type(s).__name__}"
        )
    elif s.startswith("\ufeff"):
        raise JSONDecodeError("Unexpected UTF-8 BOM (decode using utf-8-sig)", s, 0)
    return (JSONDecoder if cls is None else cls)(**kw).decode(s)


def load(fp, **kw):
    """The value of a text that is read."""
    return loads(fp.read(), **kw)
