"""Representations cut to a readable length."""

__atomic__ = True

_MAX_LEVEL = 6
_MAX_TEXT = 30
_MAX_INT = 40


class Repr:
    """Writes values as `repr` does, but leaves out the middle of what is long."""

    def repr(self, value):
        """The shortened representation of a value."""
        return _shorten(value, _MAX_LEVEL)


def repr(value):
    """The shortened representation of a value."""
    return _shorten(value, _MAX_LEVEL)


def _shorten(value, level):
    match type(value).__name__:
        case "tuple":
            text = _sequence(value, level, 6)
            return f"({text},)" if len(value) == 1 and level > 0 else f"({text})"
        case "list":
            return f"[{_sequence(value, level, 6)}]"
        case "set":
            return f"{{{_sequence(_in_order(value), level, 6)}}}" if value else "set()"
        case "frozenset":
            return f"frozenset({{{_sequence(_in_order(value), level, 6)}}})" if value else "frozenset()"
        case "deque":
            return f"deque([{_sequence(value, level, 6)}])"
        case "dict":
            return _mapping(value, level)
        case "str":
            return _text(value)
        case "int":
            return _cut(value.__repr__(), _MAX_INT)
        case _:
            return _cut(_repr_or_failure(value), _MAX_TEXT)


def _sequence(values, level, most):
    if level <= 0 and values:
        return "..."
    shown = []
    for value in values:
        if len(shown) == most:
            shown.append("...")
            break
        shown.append(_shorten(value, level - 1))
    return ", ".join(shown)


def _mapping(values, level):
    if not values:
        return "{}"
    if level <= 0:
        return "{...}"
    shown = []
    for key in _in_order(values):
        if len(shown) == 4:
            shown.append("...")
            break
        shown.append(f"{_shorten(key, level - 1)}: {_shorten(values[key], level - 1)}")
    return "{" + ", ".join(shown) + "}"


def _in_order(values):
    try:
        return sorted(values)
    except Exception:
        return list(values)


def _text(value):
    # Only the ends of a long string are ever looked at.
    text = value[:_MAX_TEXT].__repr__()
    if len(text) <= _MAX_TEXT:
        return text
    head = (_MAX_TEXT - 3) // 2
    tail = _MAX_TEXT - 3 - head
    text = (value[:head] + value[len(value) - tail :]).__repr__()
    return text[:head] + "..." + text[len(text) - tail :]


def _cut(text, most):
    if len(text) <= most:
        return text
    head = (most - 3) // 2
    return text[:head] + "..." + text[len(text) - (most - 3 - head) :]


def _repr_or_failure(value):
    try:
        return f"{value!r}"
    except Exception:
        return f"<{type(value).__name__} instance at {id(value):#x}>"
