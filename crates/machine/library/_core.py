"""What CPython's builtins do in C and what may call Python: a call here pushes frames that can be stopped between."""

import _interleave
import _kernel

__atomic__ = True


# Operators (Objects/abstract.c, Objects/typeobject.c): the method of the left operand, then the reflected one of the right,
# which goes first if its class is a subclass that has its own.

def _call_operator(method, name, left, right):
    if method is None:
        return NotImplemented
    return method(left, right)


def _binary(left, right, name, reflected):
    own = _interleave.find_special(left, name)
    other = None
    if type(left) is not type(right):
        other = _interleave.find_special(right, reflected)
    if other is not None and issubclass(type(right), type(left)) and other is not _interleave.find_special(left, reflected):
        result = other(right, left)
        if result is not NotImplemented:
            return result
        other = None
    if own is not None:
        result = own(left, right)
        if result is not NotImplemented:
            return result
    if other is not None:
        result = other(right, left)
        if result is not NotImplemented:
            return result
    return NotImplemented


def _unsupported(left, right, sign):
    raise TypeError(f"unsupported operand type(s) for {sign}: '{_interleave.type_name(left)}' and '{_interleave.type_name(right)}'")


def operate(left, right, name, reflected, sign):
    if _are_tables(left, right, name):
        return operate_on_tables(left, right, name, False)
    result = _binary(left, right, name, reflected)
    if result is NotImplemented:
        result = _builtin_operation(left, right, name)
    if result is NotImplemented:
        _unsupported(left, right, sign)
    return result


def _are_tables(left, right, name):
    """Whether these are plain sets or dictionaries, with elements or keys that Python must compare."""
    if name not in ("__or__", "__and__", "__sub__", "__xor__"):
        return False
    if type(left) in (set, frozenset):
        return type(right) in (set, frozenset)
    return name == "__or__" and type(left) is dict and type(right) is dict


def operate_on_tables(left, right, name, in_place):
    if type(left) is dict:
        result = left if in_place else left.copy()
        dict_update(result, right)
        return result
    if in_place and type(left) is set:
        return set_in_place(left, right, name)
    return set_binary(left, right, name)


def call_with_tables(method, self, other):
    operate_on_tables(_interleave.base_of(self), other, "__" + method.__name__[3:], True)
    return self


def extend_in_place(self, other):
    (list if isinstance(self, list) else bytearray).extend(self, other)
    return self


def operate_in_place(left, right, name, reflected, sign, in_place):
    if _are_tables(left, right, name):
        return operate_on_tables(left, right, name, True)
    if in_place == "__ior__" and type(left) is dict:
        dict_update(left, right)
        return left
    if in_place == "__iadd__" and type(left) is list:
        left.extend(right)
        return left
    method = _interleave.find_special(left, in_place)
    if method is not None:
        result = method(left, right)
        if result is not NotImplemented:
            return result
    result = _binary(left, right, name, reflected)
    if result is NotImplemented:
        result = _builtin_operation(left, right, name)
    if result is NotImplemented:
        _unsupported(left, right, "** or pow()" if sign[0:2] == "**" and len(sign) > 2 else sign + "=")
    return result


def _builtin_operation(left, right, name):
    if name == "__or__" and (isinstance(left, type) or isinstance(right, type)):
        return union(left, right)
    if name == "__mul__":
        count = _interleave.find_special(right, "__index__")
        if count is not None and isinstance(left, (str, list, tuple, bytes, bytearray)):
            return left * _converted(count, right)
        count = _interleave.find_special(left, "__index__")
        if count is not None and isinstance(right, (str, list, tuple, bytes, bytearray)):
            return right * _converted(count, left)
    if name in ("__or__", "__and__", "__sub__", "__xor__") and (_is_set_view(left) or _is_set_view(right)):
        return view_binary(left, right, name)
    return NotImplemented


def _unary(value, name, sign):
    method = _interleave.find_special(value, name)
    if method is None:
        raise TypeError(f"bad operand type for unary {sign}: '{_interleave.type_name(value)}'")
    return method(value)


def negate(value):
    return _unary(value, "__neg__", "-")


def plus(value):
    return _unary(value, "__pos__", "+")


def invert(value):
    return _unary(value, "__invert__", "~")


def _compare(left, right, name, reflected):
    own = _interleave.find_special(left, name)
    other = _interleave.find_special(right, reflected)
    swapped = False
    if type(left) is not type(right) and issubclass(type(right), type(left)) and other is not None:
        swapped = True
        result = other(right, left)
        if result is not NotImplemented:
            return result
    if own is None and _has_builtin_order(left):
        result = _interleave.builtin_compare(name, left, right)
    elif own is None:
        result = NotImplemented
    else:
        result = own(left, right)
    if result is not NotImplemented:
        return result
    if not swapped and other is not None:
        return other(right, left)
    return NotImplemented


def _has_builtin_order(value):
    return False


def equal(left, right):
    if _is_container(left) and _is_container(right) and type(left) is type(right) and not _overrides(left, "__eq__"):
        return _containers_equal(left, right)
    if _are_views(left, right):
        return _compare_views(left, right, "==")
    result = _compare(left, right, "__eq__", "__eq__")
    if result is NotImplemented:
        return left is right
    return result


def not_equal(left, right):
    if _is_container(left) and _is_container(right) and type(left) is type(right) and not _overrides(left, "__eq__"):
        return not _containers_equal(left, right)
    if _are_views(left, right):
        return not _compare_views(left, right, "==")
    result = _compare(left, right, "__ne__", "__ne__")
    if result is not NotImplemented:
        return result
    return left is not right


def not_equal_by_equal(left, right):
    method = _interleave.find_special(left, "__eq__")
    result = NotImplemented if method is None else method(left, right)
    if result is NotImplemented:
        return NotImplemented
    return not result


def eq_of_base(left, right):
    if _interleave.type_name(left) == "weakref.ReferenceType":
        return left() == right()
    return equal(_interleave.base_of(left), _interleave.base_of(right))


def _overrides(value, name):
    return _interleave.find_special(value, name) is not _interleave.find_special(_interleave.base_of(value), name)


def _is_container(value):
    return isinstance(value, (list, tuple, dict, set, frozenset))


def _containers_equal(left, right):
    left = _interleave.base_of(left)
    right = _interleave.base_of(right)
    if len(left) != len(right):
        return False
    if isinstance(left, (list, tuple)):
        for index in range(len(left)):
            if index >= len(right):
                return False
            a = left[index]
            b = right[index]
            if a is not b and not a == b:
                return False
        return True
    if isinstance(left, dict):
        for key, value in left.items():
            if key not in right:
                return False
            other = right[key]
            if value is not other and not value == other:
                return False
        return True
    for item in left:
        if item not in right:
            return False
    return True


def _ordered(left, right, name, reflected, sign):
    if isinstance(left, (list, tuple)) and type(left) is type(right) and not _overrides(left, name):
        for index in range(min(len(left), len(right))):
            a = left[index]
            b = right[index]
            if a is not b and not a == b:
                return _order_by(a, b, sign)
        return _order_by(len(left), len(right), sign)
    if _are_views(left, right):
        return _compare_views(left, right, sign)
    if type(left) in (set, frozenset) and type(right) in (set, frozenset):
        return _compare_views(left, right, sign)
    result = _compare(left, right, name, reflected)
    if result is NotImplemented:
        raise TypeError(f"'{sign}' not supported between instances of '{_interleave.type_name(left)}' and '{_interleave.type_name(right)}'")
    return result


def _order_by(left, right, sign):
    if sign == "<":
        return left < right
    if sign == "<=":
        return left <= right
    if sign == ">":
        return left > right
    return left >= right


def less(left, right):
    return _ordered(left, right, "__lt__", "__gt__", "<")


def less_or_equal(left, right):
    return _ordered(left, right, "__le__", "__ge__", "<=")


def greater(left, right):
    return _ordered(left, right, "__gt__", "__lt__", ">")


def greater_or_equal(left, right):
    return _ordered(left, right, "__ge__", "__le__", ">=")


def truth(value):
    method = _interleave.find_special(value, "__bool__")
    if method is not None:
        result = method(value)
        if result is True or result is False:
            return result
        raise TypeError(f"__bool__ should return bool, returned {_interleave.type_name(result)}")
    method = _interleave.find_special(value, "__len__")
    if method is not None:
        return _length(method(value)) > 0
    return True


def bool_(value=False):
    return truth(value)


def _length(length):
    length = _index(length)
    if length < 0:
        raise ValueError("__len__() should return >= 0")
    if length > 9223372036854775807:
        raise OverflowError("cannot fit 'int' into an index-sized integer")
    return length


def len_(value):
    method = _interleave.find_special(value, "__len__")
    if method is None:
        raise TypeError(f"object of type '{_interleave.type_name(value)}' has no len()")
    return _length(method(value))


def len_of_base(value):
    return len(_interleave.base_of(value))


def contains(item, container):
    method = _interleave.find_special(container, "__contains__")
    if method is not None and (_overrides(container, "__contains__") or not _is_view(container)):
        if not _is_container(_interleave.base_of(container)) or _overrides(container, "__contains__"):
            return method(container, item)
    return contains_of_base(container, item)


def _is_view(value):
    return _interleave.type_name(value) in ("dict_keys", "dict_values", "dict_items")


def contains_of_base(container, item):
    base = _interleave.base_of(container)
    if isinstance(base, dict):
        return _find(base, hash(item), item) >= 0
    if isinstance(base, (set, frozenset)):
        return _find_in_set(base, hash(item), item) >= 0
    kind = _interleave.type_name(base)
    if kind == "dict_keys":
        hash(item)
        return _contains_item(base, item)
    if kind == "dict_items":
        if not isinstance(item, tuple) or len(item) != 2:
            return False
        return _contains_item(base, item)
    if _interleave.find_special(container, "__iter__") is None and _interleave.find_special(container, "__getitem__") is None:
        raise TypeError(f"argument of type '{kind}' is not iterable")
    return _contains_item(container, item)


def _contains_item(container, wanted):
    for item in container:
        if item is wanted or item == wanted:
            return True
    return False


# Items and keys.

def getitem(container, index):
    base = _interleave.base_of(container)
    if isinstance(base, dict):
        position = _find(base, hash(index), index)
        if position >= 0:
            return _interleave.dict_entry_value(base, position)
        if base is not container:
            missing = _interleave.find_special(container, "__missing__")
            if missing is not None:
                return missing(container, index)
        raise KeyError(index)
    if isinstance(index, slice):
        return base[slice(_bound(index.start), _bound(index.stop), _bound(index.step))]
    convert = _interleave.find_special(index, "__index__")
    if convert is None:
        method = _interleave.find_special(container, "__getitem__")
        if method is None:
            raise TypeError(f"'{_interleave.type_name(container)}' object is not subscriptable")
        if isinstance(base, str):
            raise TypeError(f"string indices must be integers, not '{_interleave.type_name(index)}'")
        what = "byte" if isinstance(base, bytes) else _interleave.type_name(base)
        raise TypeError(f"{what} indices must be integers or slices, not {_interleave.type_name(index)}")
    return base[_converted(convert, index)]


def _bound(value):
    if value is None:
        return None
    convert = _interleave.find_special(value, "__index__")
    if convert is None:
        raise TypeError("slice indices must be integers or None or have an __index__ method")
    return _converted(convert, value)


def setitem(container, index, value):
    base = _interleave.base_of(container)
    if isinstance(base, dict):
        dict_set(base, index, value)
        return
    if isinstance(index, slice):
        if isinstance(base, bytearray):
            value = value if isinstance(value, (bytes, bytearray)) else bytearray(list(value))
            base[slice(_bound(index.start), _bound(index.stop), _bound(index.step))] = value
            return
        base[slice(_bound(index.start), _bound(index.stop), _bound(index.step))] = list(value)
        return
    convert = _interleave.find_special(index, "__index__")
    if convert is None:
        _refuse_index(base, index)
        raise TypeError(f"'{_interleave.type_name(container)}' object does not support item assignment")
    base[_converted(convert, index)] = _index(value) if isinstance(base, bytearray) else value


def _refuse_index(base, index):
    if isinstance(base, (list, bytearray)):
        kind = _interleave.type_name(base)
        raise TypeError(f"{kind} indices must be integers or slices, not {_interleave.type_name(index)}")


def delitem(container, index):
    base = _interleave.base_of(container)
    if isinstance(base, dict):
        position = _find(base, hash(index), index)
        if position < 0:
            raise KeyError(index)
        _interleave.dict_remove_at(base, position)
        return
    if isinstance(index, slice):
        del base[slice(_bound(index.start), _bound(index.stop), _bound(index.step))]
        return
    convert = _interleave.find_special(index, "__index__")
    if convert is None:
        _refuse_index(base, index)
        raise TypeError(f"'{_interleave.type_name(container)}' object does not support item deletion")
    del base[_converted(convert, index)]


def _find(table, code, key):
    """The place of a key whose hash is `code`: a key is asked for its hash once."""
    probe = 0
    while True:
        position, probe = _interleave.dict_probe(table, code, key, probe)
        if position < 0 or probe == -1:
            return position
        candidate = _interleave.dict_entry_key(table, position)
        if candidate == key and _interleave.dict_entry_key(table, position) is candidate:
            return position


def _find_in_set(table, code, key):
    probe = 0
    while True:
        position, probe = _interleave.set_probe(table, code, key, probe)
        if position < 0 or probe == -1:
            return position
        candidate = _interleave.set_element(table, position)
        if candidate == key and _interleave.set_element(table, position) is candidate:
            return position


def dict_set(table, key, value):
    table = _interleave.base_of(table)
    code = hash(key)
    position = _find(table, code, key)
    if position >= 0:
        _interleave.dict_set_at(table, position, value)
    else:
        _interleave.dict_insert(table, code, key, value)


def dict_of(items):
    result = {}
    for index in range(0, len(items), 2):
        dict_set(result, items[index], items[index + 1])
    return result


def dict_get(table, key, default=None):
    position = _find(table, hash(key), key)
    if position < 0:
        return default
    return _interleave.dict_entry_value(table, position)


def dict_pop(table, key, *default):
    position = _find(table, hash(key), key)
    if position >= 0:
        return _interleave.dict_remove_at(table, position)
    if default:
        return default[0]
    raise KeyError(key)


def dict_setdefault(table, key, default=None):
    code = hash(key)
    position = _find(table, code, key)
    if position >= 0:
        return _interleave.dict_entry_value(table, position)
    _interleave.dict_insert(table, code, key, default)
    return default


def dict_update_mapping(table, other):
    keys = getattr(other, "keys", None)
    if keys is None:
        raise TypeError(f"'{_interleave.type_name(other)}' object is not a mapping")
    for key in keys():
        dict_set(table, key, other[key])


def dict_merge(table, other):
    keys = getattr(other, "keys", None)
    if keys is None:
        raise TypeError(f"argument after ** must be a mapping, not {_interleave.type_name(other)}")
    for key in keys():
        if not isinstance(key, str):
            raise TypeError("keywords must be strings")
        if key in table:
            raise TypeError(f"got multiple values for keyword argument '{key}'")
        table[key] = other[key]


def dict_update(table, *others, **named):
    if len(others) > 1:
        raise TypeError(f"update expected at most 1 argument, got {len(others)}")
    for other in others:
        if isinstance(other, dict) and not _overrides(other, "keys"):
            for key, value in _interleave.base_of(other).items():
                dict_set(table, key, value)
        elif hasattr(other, "keys"):
            for key in other.keys():
                dict_set(table, key, other[key])
        else:
            index = 0
            for pair in other:
                try:
                    items = tuple(pair)
                except TypeError:
                    raise TypeError(f"cannot convert dictionary update sequence element #{index} to a sequence") from None
                if len(items) != 2:
                    raise ValueError(f"dictionary update sequence element #{index} has length {len(items)}; 2 is required")
                dict_set(table, items[0], items[1])
                index += 1
    for key in named:
        dict_set(table, key, named[key])


def dict_(*others, **named):
    if len(others) > 1:
        raise TypeError(f"dict expected at most 1 argument, got {len(others)}")
    result = {}
    dict_update(result, *others, **named)
    return result


def dict_fromkeys(cls, keys, value=None):
    result = cls()
    for key in keys:
        result[key] = value
    return result


def set_add(table, key):
    table = _interleave.base_of(table)
    code = hash(key)
    if _find_in_set(table, code, key) < 0:
        _interleave.set_insert(table, code, key)


def set_of(items):
    result = set()
    for item in items:
        set_add(result, item)
    return result


def set_update(table, items):
    for item in items:
        set_add(table, item)


def set_update_all(table, *others):
    for items in others:
        set_update(table, items)


def set_init(table, items=()):
    table.clear()
    set_update(table, items)


def set_(items=()):
    return set_of(items)


def frozenset_(items=()):
    return frozenset(set_of(items))


def _like(table, result):
    """A result of the methods of `set` is a set, that of those of `frozenset` a frozenset."""
    return frozenset(result) if isinstance(table, frozenset) else result


def set_union(table, *others):
    result = set(_interleave.base_of(table))
    for items in others:
        set_update(result, items)
    return _like(table, result)


def set_intersection(table, *others):
    result = set(_interleave.base_of(table))
    for items in others:
        common = set()
        for item in items:
            if _find_in_set(result, hash(item), item) >= 0:
                set_add(common, item)
        result = common
    return _like(table, result)


def set_difference(table, *others):
    result = set(_interleave.base_of(table))
    for items in others:
        for item in items:
            set_discard(result, item)
    return _like(table, result)


def set_symmetric_difference(table, other):
    result = set_of(other)
    _toggle(result, _interleave.base_of(table))
    return _like(table, result)


def _toggle(table, items):
    for item in items:
        code = hash(item)
        position = _find_in_set(table, code, item)
        if position >= 0:
            _interleave.set_remove_at(table, position)
        else:
            _interleave.set_insert(table, code, item)


def _replace_items(table, items):
    table.clear()
    for item in items:
        set_add(table, item)


def set_intersection_update(table, *others):
    _replace_items(_interleave.base_of(table), set_intersection(table, *others))


def set_difference_update(table, *others):
    for items in others:
        for item in list(items):
            set_discard(table, item)


def set_symmetric_difference_update(table, other):
    _toggle(_interleave.base_of(table), set_of(other))


def set_isdisjoint(table, other):
    for item in other:
        if _find_in_set(table, hash(item), item) >= 0:
            return False
    return True


def set_issubset(table, other):
    if not isinstance(other, (set, frozenset)):
        other = set_of(other)
    for item in _interleave.base_of(table):
        if _find_in_set(other, hash(item), item) < 0:
            return False
    return True


def set_issuperset(table, other):
    for item in other:
        if _find_in_set(table, hash(item), item) < 0:
            return False
    return True


def set_binary(left, right, name):
    """`left op right` of sets whose elements Python must compare."""
    if name == "__or__":
        return set_union(left, right)
    if name == "__and__":
        return set_intersection(left, right)
    if name == "__sub__":
        return set_difference(left, right)
    return set_symmetric_difference(left, right)


def set_in_place(left, right, name):
    if name == "__or__":
        set_update(left, right)
    elif name == "__and__":
        set_intersection_update(left, right)
    elif name == "__sub__":
        set_difference_update(left, right)
    else:
        set_symmetric_difference_update(left, right)
    return left


def _is_set_view(value):
    return _interleave.type_name(value) in ("dict_keys", "dict_items")


def _set_of_view(view):
    # Of a mapping's keys CPython makes a set with room for all of them at once.
    if _interleave.type_name(view) == "dict_keys":
        return set({key: None for key in view})
    return set(view)


def view_binary(left, right, name):
    """`left op right` where one is a view of keys or items (Objects/dictobject.c)."""
    if name == "__and__":
        if not _is_set_view(left):
            left, right = right, left
        if type(right) is set and len(left) <= len(right):
            return right.intersection(left)
        if _is_set_view(right) and len(right) > len(left):
            left, right = right, left
        result = set()
        for item in right:
            if item in left:
                result.add(item)
        return result
    if name == "__xor__" and _interleave.type_name(left) == "dict_items" == _interleave.type_name(right):
        return _items_in_one(left, right)
    result = _set_of_view(left)
    if name == "__or__":
        result.update(right)
    elif name == "__sub__":
        result.difference_update(right)
    else:
        result.symmetric_difference_update(right)
    return result


def _items_in_one(left, right):
    if len(left) > len(right):
        left, right = right, left
    rest = dict(left)
    result = set()
    for key, value in right:
        if key in rest and rest[key] == value:
            del rest[key]
        else:
            result.add((key, value))
    result.update(rest.items())
    return result


def view_isdisjoint(view, other):
    if _is_set_view(other) or isinstance(other, (set, frozenset)):
        if len(other) > len(view):
            view, other = other, view
    for item in other:
        if item in view:
            return False
    return True


def _compare_views(left, right, sign):
    if sign in ("<", "<="):
        left, right = right, left
        sign = ">" if sign == "<" else ">="
    if sign == "==" and len(left) != len(right):
        return False
    if sign == ">" and len(left) <= len(right) or sign == ">=" and len(left) < len(right):
        return False
    for item in right:
        if item not in left:
            return False
    return True


def _is_set_like(value):
    return isinstance(_interleave.base_of(value), (set, frozenset)) or _is_set_view(value)


def _are_views(left, right):
    return (_is_set_view(left) or _is_set_view(right)) and _is_set_like(left) and _is_set_like(right)


def set_discard(table, key):
    position = _find_in_set(table, hash(key), key)
    if position >= 0:
        _interleave.set_remove_at(table, position)


def set_remove(table, key):
    position = _find_in_set(table, hash(key), key)
    if position < 0:
        raise KeyError(key)
    _interleave.set_remove_at(table, position)


# Hashes and texts.

def hash_(value):
    method = _interleave.find_special(value, "__hash__")
    if isinstance(value, (tuple, frozenset)) and not _overrides(value, "__hash__"):
        return hash(tuple([hash(item) for item in value])) if isinstance(value, tuple) else _interleave.builtin_hash(value)
    if method is None:
        raise TypeError(f"unhashable type: '{_interleave.type_name(value)}'")
    result = method(value)
    if not isinstance(result, int):
        raise TypeError("__hash__ method should return an integer")
    if -9223372036854775808 <= result <= 9223372036854775807:
        return -2 if result == -1 else int(result)
    return _interleave.builtin_hash(result)


def hash_of_base(value):
    if _interleave.type_name(value) == "weakref.ReferenceType":
        return _hash_of_reference(value)
    return hash_(_interleave.base_of(value))


def _hash_of_reference(reference):
    target = reference()
    if target is None:
        raise TypeError("weak object has gone away")
    result = hash(target)
    _interleave.remember_hash(reference, result)
    return result


def repr_(value):
    if _is_container(_interleave.base_of(value)) and not _overrides(value, "__repr__"):
        return _container_repr(_interleave.base_of(value), [])
    method = _interleave.find_special(value, "__repr__")
    if method is None:
        if isinstance(value, (slice, BaseException)) or _is_view(value) or _is_bound(value):
            return repr_of_base(value)
        return _interleave.builtin_repr(value)
    result = method(value)
    if not isinstance(result, str):
        raise TypeError(f"__repr__ returned non-string (type {_interleave.type_name(result)})")
    return result


def _is_bound(value):
    return _interleave.type_name(value) == "method"


def repr_of_base(value):
    base = _interleave.base_of(value)
    if _is_container(base):
        return _container_repr(base, [])
    if isinstance(value, BaseException):
        return f"{type(value).__name__}({', '.join([repr(item) for item in value.args])})"
    if _is_view(value):
        return f"{_interleave.type_name(value)}({list(value)!r})"
    if isinstance(value, slice):
        return f"slice({value.start!r}, {value.stop!r}, {value.step!r})"
    receiver = getattr(value, "__self__", None)
    return f"<bound method {_interleave.function_text(value)} of {receiver!r}>"


def _item_repr(value, around):
    if _is_container(_interleave.base_of(value)) and not _overrides(value, "__repr__"):
        return _container_repr(_interleave.base_of(value), around)
    return repr(value)


def _container_repr(value, around):
    kind = type(value)
    opening, closing = {list: ("[", "]"), tuple: ("(", ")"), dict: ("{", "}"), set: ("{", "}")}.get(kind, ("frozenset({", "})"))
    if not value and (kind is set or kind is frozenset):
        return kind.__name__ + "()"
    for outer in around:
        if outer is value:
            return opening + "..." + closing
    around = around + [value]
    if kind is dict:
        parts = [_item_repr(key, around) + ": " + _item_repr(item, around) for key, item in value.items()]
    else:
        parts = [_item_repr(item, around) for item in value]
    if kind is tuple and len(parts) == 1:
        closing = ",)"
    return opening + ", ".join(parts) + closing


def str_(object="", *rest, **named):
    value = object
    if rest or named:
        return _decode(value, *rest, **named)
    method = _interleave.find_special(value, "__str__")
    if method is None:
        if isinstance(value, BaseException):
            return str_of_base(value)
        return repr(value)
    result = method(value)
    if not isinstance(result, str):
        raise TypeError(f"__str__ returned non-string (type {_interleave.type_name(result)})")
    return result


def _decode(value, encoding="utf-8", errors="strict"):
    return value.decode(encoding, errors)


def str_of_base(value):
    if isinstance(value, BaseException):
        args = value.args
        if not args:
            return ""
        if len(args) == 1:
            return repr(args[0]) if isinstance(value, KeyError) else str(args[0])
        return repr(args)
    return repr(value)


def format_(value, spec=""):
    method = _interleave.find_special(value, "__format__")
    if method is None:
        base = _interleave.base_of(value)
        if not spec:
            return str(value)
        if base is value:
            raise TypeError(f"unsupported format string passed to {_interleave.type_name(value)}.__format__")
        return _interleave.format_text(base, spec)
    result = method(value, spec)
    if not isinstance(result, str):
        raise TypeError(f"__format__ must return a str, not {_interleave.type_name(result)}")
    return result


def format_of_base(value, spec):
    return str(value)


def format_str(value, spec):
    return _interleave.format_text(str(value), spec)


def format_repr(value, spec):
    return _interleave.format_text(repr(value), spec)


def format_ascii(value, spec):
    return _interleave.format_text(_interleave.ascii_text(repr(value)), spec)


def ascii_(value):
    return _interleave.ascii_text(repr(value))


def print_(*values, sep=" ", end="\n", file=None, flush=False):
    if sep is None:
        sep = " "
    if end is None:
        end = "\n"
    if file is None:
        file = _interleave.redirected_output()
        if file is NotImplemented:
            print(*[str(value) for value in values], sep=sep, end=end, flush=flush)
            return
        if file is None:
            return
    for index in range(len(values)):
        if index:
            file.write(sep)
        file.write(str(values[index]))
    file.write(end)
    if flush:
        file.flush()


# Iteration.

def iterate_by_index(value):
    return _interleave.new_lazy("iterator", None, (value,), 0, False)


def iter_(*args):
    if len(args) == 2:
        if not callable(args[0]):
            raise TypeError("iter(v, w): v must be callable")
        return _interleave.new_lazy("callable_iterator", None, args, 0, False)
    value = args[0]
    method = _interleave.find_special(value, "__iter__")
    if method is None:
        if _interleave.find_special(value, "__getitem__") is None:
            raise TypeError(f"'{_interleave.type_name(value)}' object is not iterable")
        return iterate_by_index(value)
    iterator = method(value)
    if _interleave.find_special(iterator, "__next__") is None:
        raise TypeError(f"iter() returned non-iterator of type '{_interleave.type_name(iterator)}'")
    return iterator


def next_(iterator, *default):
    method = _interleave.find_special(iterator, "__next__")
    if method is None:
        raise TypeError(f"'{_interleave.type_name(iterator)}' object is not an iterator")
    if not default:
        return method(iterator)
    try:
        return method(iterator)
    except StopIteration:
        return default[0]


def aiter(iterable):
    method = _interleave.find_special(iterable, "__aiter__")
    if method is None:
        raise TypeError(f"'{_interleave.type_name(iterable)}' object is not an async iterable")
    iterator = method(iterable)
    if _interleave.find_special(iterator, "__anext__") is None:
        raise TypeError(f"aiter() returned not an async iterator of type '{_interleave.type_name(iterator)}'")
    return iterator


def anext(iterator, *default):
    method = _interleave.find_special(iterator, "__anext__")
    if method is None:
        raise TypeError(f"'{_interleave.type_name(iterator)}' object is not an async iterator")
    awaitable = method(iterator)
    return _awaited_or(awaitable, default[0]) if default else awaitable


async def _awaited_or(awaitable, default):
    try:
        return await awaitable
    except StopAsyncIteration:
        return default


def send_to(iterator, value):
    return iterator.send(value)


def take(iterable, most):
    items = []
    for item in iterable:
        items.append(item)
        if most is not None and len(items) >= most:
            break
    return items


def list_(iterable=()):
    items = []
    for item in iterable:
        items.append(item)
    return items


def list_init(self, iterable=()):
    items = [item for item in iterable]
    self.clear()
    self.extend(items)


def list_extend(self, iterable):
    for item in iterable:
        self.append(item)


def list_count(self, wanted):
    count = 0
    for item in self:
        if item is wanted or item == wanted:
            count += 1
    return count


def list_index(self, wanted, start=0, stop=None):
    length = len(self)
    start = _index(start)
    stop = length if stop is None else _index(stop)
    if start < 0:
        start = max(start + length, 0)
    if stop < 0:
        stop += length
    index = start
    while index < stop and index < len(self):
        item = self[index]
        if item is wanted or item == wanted:
            return index
        index += 1
    if isinstance(self, tuple):
        raise ValueError("tuple.index(x): x not in tuple")
    raise ValueError(f"{wanted!r} is not in list")


def range_index(self, wanted):
    for index in range(len(self)):
        if self[index] == wanted:
            return index
    raise ValueError("sequence.index(x): x not in sequence")


def slice_indices(self, length):
    return slice(_bound(self.start), _bound(self.stop), _bound(self.step)).indices(_index(length))


def list_insert(self, index, item):
    self.insert(_index(index), item)


def list_pop(self, index):
    return self.pop(_index(index))


def list_remove(self, wanted):
    index = 0
    while index < len(self):
        item = self[index]
        if item is wanted or item == wanted:
            del self[index]
            return
        index += 1
    raise ValueError("list.remove(x): x not in list")


def list_sort(self, *, key=None, reverse=False):
    items = self.copy()
    self.clear()
    try:
        ordered = sorted_(items, key=key, reverse=reverse)
    except BaseException:
        self.extend(items)
        raise
    if self:
        self[:] = ordered
        raise ValueError("list modified during sort")
    self.extend(ordered)


def sorted_(iterable, /, *, key=None, reverse=False):
    items = [item for item in iterable]
    keys = items if key is None else [key(item) for item in items]
    return [items[index] for index in _interleave.sort_order(keys, bool(_index(reverse)))]


def heap_rise(heap, top, index):
    """A step of `heapq`: move the item at `index` towards `top` until its parent is not larger."""
    item = heap[index]
    while index > top:
        parent = (index - 1) // 2
        if not item < heap[parent]:
            break
        heap[index] = heap[parent]
        index = parent
    heap[index] = item


def heap_sink(heap, top):
    """A step of `heapq`: fill the place at `top` from below, then let its item rise from the leaf.

    The item usually came from a leaf and belongs near one: this way it is compared less.
    """
    item = heap[top]
    end = len(heap)
    index = top
    child = 2 * index + 1
    while child < end:
        if child + 1 < end and not heap[child] < heap[child + 1]:
            child += 1
        heap[index] = heap[child]
        index = child
        child = 2 * index + 1
    heap[index] = item
    heap_rise(heap, top, index)


# How lists of fewer items than this are sorted shows where a comparison has effects, so it goes as in CPython.
_SHORT = 64


def sort_order_of(keys, reverse):
    """As the machine does it (operators/sort.rs), with keys that Python must compare."""
    order = list(range(len(keys)))
    # Stable in both directions: equal items keep their order even in reverse.
    if reverse:
        order.reverse()
    order = _sorted_indices(order, keys)
    if reverse:
        order.reverse()
    return order


def _sorted_indices(order, keys):
    if len(order) >= _SHORT:
        middle = len(order) // 2
        return _merged(_sorted_indices(order[:middle], keys), _sorted_indices(order[middle:], keys), keys)
    ordered = _begin_of_order(order, keys)
    for position in range(ordered, len(order)):
        pivot = order[position]
        low = 0
        high = position
        while low < high:
            middle = low + (high - low) // 2
            if keys[pivot] < keys[order[middle]]:
                high = middle
            else:
                low = middle + 1
        del order[position]
        order.insert(low, pivot)
    return order


def _begin_of_order(order, keys):
    if len(order) < 2:
        return len(order)
    descends = bool(keys[order[1]] < keys[order[0]])
    length = 2
    while length < len(order) and bool(keys[order[length]] < keys[order[length - 1]]) == descends:
        length += 1
    if descends:
        order[:length] = order[:length][::-1]
    return length


def _merged(left, right, keys):
    merged = []
    a = 0
    b = 0
    while a < len(left) and b < len(right):
        if keys[right[b]] < keys[left[a]]:
            merged.append(right[b])
            b += 1
        else:
            merged.append(left[a])
            a += 1
    merged.extend(left[a:])
    merged.extend(right[b:])
    return merged


def tuple_(iterable=()):
    return tuple(list_(iterable))


def sum_(iterable, /, start=0):
    if isinstance(start, str):
        raise TypeError("sum() can't sum strings [use ''.join(seq) instead]")
    total = start
    for item in iterable:
        total = total + item
    return total


def _extreme(values, key, default, name, is_better):
    if len(values) == 1:
        values = values[0]
    elif not values:
        raise TypeError(f"{name} expected at least 1 argument, got 0")
    elif default:
        raise TypeError(f"Cannot specify a default for {name}() with multiple positional arguments")
    found = False
    best = None
    best_key = None
    for item in values:
        item_key = item if key is None else key(item)
        if not found or is_better(item_key, best_key):
            found = True
            best = item
            best_key = item_key
    if found:
        return best
    if default:
        return default[0]
    raise ValueError(f"{name}() arg is an empty sequence")


def max_(*values, key=None, **named):
    return _extreme(values, key, _default_of(named, "max"), "max", _is_greater)


def min_(*values, key=None, **named):
    return _extreme(values, key, _default_of(named, "min"), "min", _is_less)


def _default_of(named, name):
    for word in named:
        if word != "default":
            raise TypeError(f"'{word}' is an invalid keyword argument for {name}()")
    return tuple(named.values())


def _is_greater(a, b):
    return a > b


def _is_less(a, b):
    return a < b


def all_(iterable):
    for item in iterable:
        if not item:
            return False
    return True


def any_(iterable):
    for item in iterable:
        if item:
            return True
    return False


def enumerate_(iterable, start=0):
    return _interleave.new_lazy("enumerate", None, (iter(iterable),), _index(start), False)


def zip_(*iterables, strict=False):
    return _interleave.new_lazy("zip", None, tuple([iter(iterable) for iterable in iterables]), None, bool(strict))


def map_(function, *iterables):
    return _interleave.new_lazy("map", function, tuple([iter(iterable) for iterable in iterables]), None, False)


def filter_(function, iterable):
    return _interleave.new_lazy("filter", function, (iter(iterable),), None, False)


def reversed_(sequence):
    method = _interleave.find_special(sequence, "__reversed__")
    if method is not None:
        return method(sequence)
    if _interleave.find_special(sequence, "__getitem__") is None:
        raise TypeError(f"'{_interleave.type_name(sequence)}' object is not reversible")
    return _interleave.new_lazy("reversed", None, (sequence,), len(sequence) - 1, False)


def enumerate_next(self):
    item = next(_interleave.lazy_parts(self)[1][0])
    count = _interleave.lazy_parts(self)[2]
    _interleave.lazy_set_count(self, count + 1)
    return (count, item)


def zip_next(self):
    _, sources, _, strict = _interleave.lazy_parts(self)
    if not sources:
        raise StopIteration
    items = []
    for source in sources:
        try:
            items.append(next(source))
        except StopIteration:
            if strict:
                _complain_of_lengths(sources, len(items))
            raise
    return tuple(items)


def _complain_of_lengths(sources, ended):
    if ended > 0:
        plural = " " if ended == 1 else "s 1-"
        raise ValueError(f"zip() argument {ended + 1} is shorter than argument{plural}{ended}") from None
    for index in range(1, len(sources)):
        try:
            next(sources[index])
        except StopIteration:
            continue
        plural = " " if index == 1 else "s 1-"
        raise ValueError(f"zip() argument {index + 1} is longer than argument{plural}{index}") from None


def map_next(self):
    function, sources, _, _ = _interleave.lazy_parts(self)
    return function(*[next(source) for source in sources])


def filter_next(self):
    return filter_from(self, next(_interleave.lazy_parts(self)[1][0]))


def filter_from(self, item):
    function, sources, _, _ = _interleave.lazy_parts(self)
    while True:
        if item if function is None else function(item):
            return item
        item = next(sources[0])


def reversed_next(self):
    _, sources, index, _ = _interleave.lazy_parts(self)
    if index >= 0:
        try:
            item = sources[0][index]
        except (IndexError, StopIteration):
            pass
        else:
            _interleave.lazy_set_count(self, index - 1)
            return item
    _interleave.lazy_set_count(self, -1)
    raise StopIteration


def sequence_next(self):
    _, sources, index, _ = _interleave.lazy_parts(self)
    if index is None:
        raise StopIteration
    method = _interleave.find_special(sources[0], "__getitem__")
    try:
        item = method(sources[0], index)
    except (IndexError, StopIteration):
        pass
    else:
        _interleave.lazy_set_count(self, index + 1)
        return item
    _interleave.lazy_set_count(self, None)
    raise StopIteration


def callable_next(self):
    _, sources, count, _ = _interleave.lazy_parts(self)
    if count is not None:
        item = sources[0]()
        if not sources[1] == item:
            return item
        _interleave.lazy_set_count(self, None)
    raise StopIteration


# Numbers.

def abs_(value):
    method = _interleave.find_special(value, "__abs__")
    if method is None:
        raise TypeError(f"bad operand type for abs(): '{_interleave.type_name(value)}'")
    return method(value)


def int_(value=0, base=None):
    if base is not None:
        return int(value, _index(base))
    for name in ("__int__", "__index__", "__trunc__"):
        method = _interleave.find_special(value, name)
        if method is not None:
            result = method(value)
            if not isinstance(result, int):
                raise TypeError(f"{name} returned non-int (type {_interleave.type_name(result)})")
            return result if type(result) is int else _interleave.base_of(result) + 0
    raise TypeError(f"int() argument must be a string, a bytes-like object or a real number, not '{_interleave.type_name(value)}'")


def float_(value=0.0):
    method = _interleave.find_special(value, "__float__")
    if method is not None:
        result = method(value)
        if not isinstance(result, float):
            raise TypeError(f"{_interleave.type_name(value)}.__float__ returned non-float (type {_interleave.type_name(result)})")
        return result
    method = _interleave.find_special(value, "__index__")
    if method is not None:
        return float(method(value))
    raise TypeError(f"float() argument must be a string or a real number, not '{_interleave.type_name(value)}'")


def range_(*bounds):
    return range(*[_index(bound) for bound in bounds])


def _index(value):
    if isinstance(value, int):
        return value
    method = _interleave.find_special(value, "__index__")
    if method is None:
        raise TypeError(f"'{_interleave.type_name(value)}' object cannot be interpreted as an integer")
    return _converted(method, value)


def _converted(method, value):
    result = method(value)
    if not isinstance(result, int):
        raise TypeError(f"__index__ returned non-int (type {_interleave.type_name(result)})")
    return result


def bin_(value):
    return f"{_index(value):#b}"


def hex_(value):
    return f"{_index(value):#x}"


def oct_(value):
    return f"{_index(value):#o}"


def divmod_(a, b):
    method = _interleave.find_special(a, "__divmod__")
    if method is not None:
        result = method(a, b)
        if result is not NotImplemented:
            return result
    method = _interleave.find_special(b, "__rdivmod__")
    if method is not None:
        result = method(b, a)
        if result is not NotImplemented:
            return result
    try:
        return (a // b, a % b)
    except TypeError:
        _unsupported(a, b, "divmod()")


def pow_(base, exp, mod=None):
    if mod is None:
        return base ** exp
    method = _interleave.find_special(base, "__pow__")
    if method is not None and not isinstance(base, (int, float)):
        result = method(base, exp, mod)
        if result is NotImplemented:
            names = ", ".join([f"'{_interleave.type_name(value)}'" for value in (base, exp, mod)])
            raise TypeError(f"unsupported operand type(s) for ** or pow(): {names}")
        return result
    if isinstance(base, float) or isinstance(exp, float) or isinstance(mod, float):
        raise TypeError("pow() 3rd argument not allowed unless all arguments are integers")
    if not isinstance(base, int) or not isinstance(exp, int) or not isinstance(mod, int):
        names = ", ".join([f"'{_interleave.type_name(value)}'" for value in (base, exp, mod)])
        raise TypeError(f"unsupported operand type(s) for ** or pow(): {names}")
    if mod == 0:
        raise ValueError("pow() 3rd argument cannot be 0")
    if exp < 0:
        base = _inverse(base, mod)
        exp = -exp
    result = 1
    base %= mod
    while exp:
        if exp & 1:
            result = result * base % mod
        base = base * base % mod
        exp >>= 1
    return result % mod


def _inverse(value, mod):
    a, b = value % mod, mod
    x, y = 1, 0
    while b:
        quotient = a // b
        a, b = b, a - quotient * b
        x, y = y, x - quotient * y
    if a != 1 and a != -1:
        raise ValueError("base is not invertible for the given modulus")
    return x * a % mod


def round_(number, ndigits=None):
    method = _interleave.find_special(number, "__round__")
    if method is not None:
        return method(number) if ndigits is None else method(number, ndigits)
    if isinstance(number, int):
        if ndigits is None or ndigits >= 0:
            return int(number)
        unit = 10 ** -ndigits
        rest = number % unit
        down = number - rest
        if rest * 2 > unit or rest * 2 == unit and down // unit % 2:
            return down + unit
        return down
    if isinstance(number, float):
        if ndigits is None:
            return _round_to_int(number)
        return _round_float(number, _index(ndigits))
    raise TypeError(f"type {_interleave.type_name(number)} doesn't define __round__ method")


def _round_to_int(number):
    whole = int(number)
    rest = number - whole
    if rest > 0.5 or rest == 0.5 and whole % 2:
        return whole + 1
    if rest < -0.5 or rest == -0.5 and whole % 2:
        return whole - 1
    return whole


def _round_float(number, digits):
    if number != number or number in (float("inf"), float("-inf")):
        return number
    if digits > 323:
        return number
    if digits < -308:
        return 0.0 * number
    if digits >= 0:
        return float(f"{number:.{digits}f}")
    unit = 10 ** -digits
    # The value of a float is an integer over a power of two, so the comparison is exact.
    whole = int(number)
    rest = number - whole
    sign = -1 if number < 0 else 1
    whole = abs(whole)
    part = whole % unit
    down = whole - part
    if part * 2 > unit or part * 2 == unit and (rest != 0 or down // unit % 2):
        down += unit
    return float(sign * down)


# Attributes and classes.

def getattr_default(value, name, default):
    try:
        return getattr(value, name)
    except AttributeError:
        return default


def get_attribute(own, missing, value, name):
    try:
        return own(value, name)
    except AttributeError:
        return missing(value, name)


def dir_(*values):
    return sorted(_interleave.find_special(values[0], "__dir__")(values[0]))


def has_attribute(function, args):
    try:
        function(*args)
    except AttributeError:
        return False
    return True


def build_class(body, name, /, *bases, metaclass=None, **keywords):
    resolved = []
    original = False
    for base in bases:
        entries = None if isinstance(base, type) else getattr(base, "__mro_entries__", None)
        if entries is None:
            resolved.append(base)
        else:
            resolved.extend(entries(bases))
            original = True
    resolved = tuple(resolved)
    if metaclass is None:
        metaclass = type(resolved[0]) if resolved else type
        metaclass = _interleave.most_derived_metaclass(metaclass, resolved)
    elif isinstance(metaclass, type):
        metaclass = _interleave.most_derived_metaclass(metaclass, resolved)
    prepare = getattr(metaclass, "__prepare__", None)
    namespace = {} if prepare is None else prepare(name, resolved, **keywords)
    cell = _interleave.run_class_body(body, namespace)
    if original:
        namespace["__orig_bases__"] = bases
    result = metaclass(name, resolved, namespace, **keywords)
    if cell is not None:
        _interleave.set_cell(cell, result)
    return result


def type_(*args, **keywords):
    if len(args) != 3:
        raise TypeError("type() takes 1 or 3 arguments")
    return instantiate(type, *args, **keywords)


def type_new(metaclass, name, bases, namespace, /, **keywords):
    for number, value, cls in ((1, name, str), (2, bases, tuple), (3, namespace, dict)):
        if not isinstance(value, cls):
            raise TypeError(f"type.__new__() argument {number} must be {cls.__name__}, not {_interleave.type_name(value)}")
    winner = _interleave.most_derived_metaclass(metaclass, bases)
    if winner is not metaclass:
        metaclass = winner
        if winner.__new__ is not type.__new__:
            return winner.__new__(winner, name, bases, namespace, **keywords)
    if "__module__" not in namespace:
        namespace = dict(namespace)
        namespace["__module__"] = "__main__"
    if "__eq__" in namespace and "__hash__" not in namespace:
        namespace = dict(namespace)
        namespace["__hash__"] = None
    if "__qualname__" in namespace and not isinstance(namespace["__qualname__"], str):
        raise TypeError(f"type __qualname__ must be a str, not {_interleave.type_name(namespace['__qualname__'])}")
    result = _interleave.new_class(metaclass, name, bases, namespace)
    for key, value in namespace.items():
        method = _interleave.find_special(value, "__set_name__")
        if method is not None:
            method(value, result, key)
    super(result, result).__init_subclass__(**keywords)
    return result


def instantiate(cls, /, *args, **keywords):
    new = cls.__new__
    result = new(cls, *args, **keywords)
    if isinstance(result, cls):
        init = _interleave.find_special(result, "__init__")
        if init is not None:
            init(result, *args, **keywords)
    return result


def new_instance(cls, /, *args, **keywords):
    if not isinstance(cls, type):
        raise TypeError(f"object.__new__(X): X is not a type object ({_interleave.type_name(cls)})")
    if issubclass(cls, type):
        if cls is type and len(args) == 1:
            return type(args[0])
        return type_new(cls, *args, **keywords)
    if cls is object or not _is_python(cls):
        return cls(*args, **keywords)
    if getattr(cls, "__abstractmethods__", None):
        _refuse_abstract(cls)
    for carried in (int, float, str, bytes, tuple, frozenset):
        if issubclass(cls, carried):
            result = _interleave.blank_instance(cls)
            _interleave.set_base(result, carried(*args, **keywords))
            return result
    result = _interleave.blank_instance(cls)
    if issubclass(cls, BaseException):
        _interleave.set_base(result, args)
    elif (args or keywords) and cls.__init__ is object.__init__ and not issubclass(cls, (list, dict, set, bytearray, property)):
        raise TypeError(f"{cls.__name__}() takes no arguments")
    return result


def _refuse_abstract(cls):
    names = sorted(cls.__abstractmethods__)
    plural = "" if len(names) == 1 else "s"
    raise TypeError(f"Can't instantiate abstract class {cls.__name__} with abstract method{plural} {', '.join(names)}")


def _is_python(cls):
    return _interleave.is_python_class(cls)


def isinstance_(value, classes):
    if isinstance(classes, tuple):
        for one in classes:
            if isinstance(value, one):
                return True
        return False
    if type(value) is classes:
        return True
    method = _interleave.find_special(classes, "__instancecheck__")
    if method is not None:
        return bool(method(classes, value))
    raise TypeError("isinstance() arg 2 must be a type, a tuple of types, or a union")


def issubclass_(cls, classes):
    if isinstance(classes, tuple):
        for one in classes:
            if issubclass(cls, one):
                return True
        return False
    method = _interleave.find_special(classes, "__subclasscheck__")
    if method is not None:
        return bool(method(classes, cls))
    raise TypeError("issubclass() arg 2 must be a class, a tuple of classes, or a union")


def class_getitem(cls, item):
    metaclass_method = _interleave.find_special(cls, "__getitem__")
    if metaclass_method is not None:
        return metaclass_method(cls, item)
    method = getattr(cls, "__class_getitem__", None)
    if method is not None:
        return method(item)
    if cls in (list, dict, tuple, set, frozenset, type) or cls.__module__ not in ("__main__", "builtins"):
        return GenericAlias(cls, item)
    raise TypeError(f"type '{cls.__name__}' is not subscriptable")


class memoryview:
    """A window on bytes: it reads and writes through, and its slices are windows as well. Items are bytes (format "B")."""

    format = "B"
    itemsize = 1
    ndim = 1
    suboffsets = ()

    def __init__(self, object):
        data = object
        places = None
        if isinstance(object, memoryview):
            places = object._where()
            data = object._data
        elif not isinstance(object, (bytes, bytearray)):
            raise TypeError(f"memoryview: a bytes-like object is required, not '{_interleave.type_name(object)}'")
        self._data = data
        # Where the bytes lie; None once released.
        self._places = range(len(data)) if places is None else places
        self._is_locked = isinstance(data, bytes) or isinstance(object, memoryview) and object._is_locked

    def _where(self):
        if self._places is None:
            raise ValueError("operation forbidden on released memoryview object")
        return self._places

    @property
    def obj(self):
        """What it is a window on."""
        self._where()
        return self._data

    @property
    def readonly(self):
        """Whether the bytes cannot change."""
        self._where()
        return self._is_locked

    @property
    def nbytes(self):
        """How many bytes there are."""
        return len(self._where())

    @property
    def shape(self):
        """The same, as a tuple."""
        return (len(self._where()),)

    @property
    def strides(self):
        """How far apart they lie."""
        return (self._where().step,)

    @property
    def contiguous(self):
        """Whether they lie one behind the other."""
        places = self._where()
        return len(places) < 2 or places.step == 1

    c_contiguous = contiguous
    f_contiguous = contiguous

    def release(self):
        """Let go of the bytes."""
        self._places = None

    def __enter__(self):
        self._where()
        return self

    def __exit__(self, *args):
        self.release()

    def __len__(self):
        return len(self._where())

    def tobytes(self, order="C"):
        """A copy of the bytes."""
        places = self._where()
        if len(places) == len(self._data) and places.step == 1:
            return bytes(self._data)
        return bytes([self._data[place] for place in places])

    __bytes__ = tobytes

    def tolist(self):
        """The bytes as numbers."""
        return [self._data[place] for place in self._where()]

    def hex(self, *args, **keywords):
        """The bytes in hexadecimal."""
        return self.tobytes().hex(*args, **keywords)

    def toreadonly(self):
        """The same window, through which nobody may write."""
        locked = memoryview(self)
        locked._is_locked = True
        return locked

    def cast(self, format, shape=None):
        """The same window: the only format is that of bytes."""
        if format not in ("B", "@B"):
            raise NotImplementedError(f"memoryview: format {format} not supported")
        return memoryview(self)

    def __iter__(self):
        for place in self._where():
            yield self._data[place]

    def __contains__(self, value):
        return value in self.tolist()

    def __eq__(self, other):
        if self is other:
            return True
        if isinstance(other, (memoryview, bytes, bytearray)):
            return self.tobytes() == bytes(other)
        return NotImplemented

    def __hash__(self):
        if not self.readonly:
            raise ValueError("cannot hash writable memoryview object")
        return hash(self.tobytes())

    def __repr__(self):
        kind = "released memory" if self._places is None else "memory"
        return f"<{kind} at {_interleave.identity(self):#x}>"

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle 'memoryview' object")

    def _place(self, index):
        places = self._where()
        convert = _interleave.find_special(index, "__index__")
        if convert is None:
            raise TypeError("memoryview: invalid slice key")
        index = convert(index)
        if not -len(places) <= index < len(places):
            raise IndexError("index out of bounds on dimension 1")
        return places[index]

    def __getitem__(self, index):
        if isinstance(index, slice):
            part = memoryview(self)
            part._places = self._where()[index]
            return part
        return self._data[self._place(index)]

    def __setitem__(self, index, value):
        if self.readonly:
            raise TypeError("cannot modify read-only memory")
        if isinstance(index, slice):
            if not isinstance(value, (memoryview, bytes, bytearray)):
                raise TypeError(f"a bytes-like object is required, not '{_interleave.type_name(value)}'")
            data = bytes(value)
            places = self._where()[index]
            if len(data) != len(places):
                raise ValueError("memoryview assignment: lvalue and rvalue have different structures")
            for place, byte in zip(places, data):
                self._data[place] = byte
            return
        place = self._place(index)
        if not isinstance(value, int):
            raise TypeError("memoryview: invalid type for format 'B'")
        if not 0 <= value < 256:
            raise ValueError("memoryview: invalid value for format 'B'")
        self._data[place] = value

    def __delitem__(self, index):
        raise TypeError("cannot delete memory")


class GenericAlias:
    """`list[int]` and its kin: an annotation, which makes what the class makes."""

    def __init__(self, origin, args):
        self.__origin__ = origin
        self.__args__ = args if isinstance(args, tuple) else (args,)

    def __call__(self, *args, **keywords):
        return self.__origin__(*args, **keywords)

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __repr__(self):
        args = ", ".join([_alias_argument(arg) for arg in self.__args__])
        return f"{_alias_argument(self.__origin__)}[{args}]"

    def __or__(self, other):
        return union(self, other)

    def __ror__(self, other):
        return union(other, self)


def _alias_argument(arg):
    if arg is ...:
        return "..."
    if arg is type(None):
        return "None"
    if not isinstance(arg, type):
        return repr(arg)
    if arg.__module__ == "builtins":
        return arg.__qualname__
    return f"{arg.__module__}.{arg.__qualname__}"


class UnionType:
    """`int | str`: one of several types."""

    __module__ = "types"

    def __init__(self, args):
        self.__args__ = args

    def __or__(self, other):
        return union(self, other)

    def __ror__(self, other):
        return union(other, self)

    def __instancecheck__(self, value):
        return isinstance(value, self.__args__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__args__)

    def __eq__(self, other):
        return isinstance(other, UnionType) and set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __repr__(self):
        return " | ".join([_alias_argument(arg) for arg in self.__args__])


def union(left, right):
    """`left | right` of types, or NotImplemented."""
    found = []
    for side in (left, right):
        if side is None:
            side = type(None)
        if isinstance(side, UnionType):
            parts = side.__args__
        elif isinstance(side, (type, GenericAlias)):
            parts = (side,)
        else:
            return NotImplemented
        for part in parts:
            if part not in found:
                found.append(part)
    return found[0] if len(found) == 1 else UnionType(tuple(found))


def match_keys(subject, keys):
    values = []
    for key in keys:
        if key not in subject:
            return None
        values.append(subject[key])
    return tuple(values)


def match_class(subject, cls, names, count):
    if not isinstance(cls, type):
        raise TypeError("called match pattern must be a class")
    if not isinstance(subject, cls):
        return None
    values = []
    if count:
        if issubclass(cls, (bool, bytearray, bytes, dict, float, frozenset, int, list, set, str, tuple)) and not hasattr(cls, "__match_args__"):
            if count > 1:
                raise TypeError(f"{cls.__name__}() accepts 1 positional sub-pattern ({count} given)")
            values.append(subject)
        else:
            match_args = getattr(cls, "__match_args__", ())
            if not isinstance(match_args, tuple):
                raise TypeError(f"{cls.__name__}.__match_args__ must be a tuple (got {_interleave.type_name(match_args)})")
            if count > len(match_args):
                plural = "" if len(match_args) == 1 else "s"
                raise TypeError(f"{cls.__name__}() accepts {len(match_args)} positional sub-pattern{plural} ({count} given)")
            names = match_args[:count] + names
    seen = set()
    for name in names:
        if name in seen:
            raise TypeError(f"{cls.__name__}() got multiple sub-patterns for attribute '{name}'")
        seen.add(name)
        try:
            values.append(getattr(subject, name))
        except AttributeError:
            return None
    return tuple(values)


class Globals(dict):
    """The program's global variables: changes go through to the variables."""

    def __setitem__(self, name, value):
        super().__setitem__(name, value)
        _interleave.set_global(name, value)

    def __delitem__(self, name):
        super().__delitem__(name)
        _interleave.delete_global(name)

    def setdefault(self, name, default=None):
        if name not in self:
            self[name] = default
        return self[name]

    def update(self, *others, **named):
        for name, value in dict(*others, **named).items():
            self[name] = value

    def pop(self, name, *default):
        if name not in self:
            return super().pop(name, *default)
        value = self[name]
        del self[name]
        return value


# Exceptions.

def raise_class(cls):
    exception = cls()
    if not isinstance(exception, BaseException):
        raise TypeError(f"calling {cls!r} should have returned an instance of BaseException, not {type(exception)!r}")
    raise exception


def raise_class_from(cls, cause):
    exception = cls() if isinstance(cls, type) else cls
    if isinstance(cause, type):
        cause = cause()
    if cause is not None and not isinstance(cause, BaseException):
        raise TypeError("exception causes must derive from BaseException")
    raise exception from cause


def add_note(exception, note):
    if not isinstance(note, str):
        raise TypeError(f"note must be a str, not '{_interleave.type_name(note)}'")
    if not hasattr(exception, "__notes__"):
        exception.__notes__ = []
    exception.__notes__.append(note)


class BaseExceptionGroup(BaseException):
    """A combination of multiple unrelated exceptions."""

    __module__ = "builtins"

    def __new__(cls, *args):
        if len(args) != 2:
            raise TypeError(f"BaseExceptionGroup.__new__() takes exactly 2 arguments ({len(args)} given)")
        message, exceptions = args
        if not isinstance(message, str):
            raise TypeError(f"BaseExceptionGroup.__new__() argument 1 must be str, not {'None' if message is None else _interleave.type_name(message)}")
        if _interleave.find_special(exceptions, "__getitem__") is None or isinstance(exceptions, dict):
            raise TypeError("second argument (exceptions) must be a sequence")
        members = tuple(exceptions)
        if not members:
            raise ValueError("second argument (exceptions) must be a non-empty sequence")
        only_exceptions = True
        for index in range(len(members)):
            if not isinstance(members[index], BaseException):
                raise ValueError(f"Item {index} of second argument (exceptions) is not an exception")
            only_exceptions = only_exceptions and isinstance(members[index], Exception)
        if cls is BaseExceptionGroup and only_exceptions:
            cls = ExceptionGroup
        elif issubclass(cls, Exception) and not only_exceptions:
            name = "an ExceptionGroup" if cls is ExceptionGroup else f"'{cls.__name__}'"
            raise TypeError(f"Cannot nest BaseExceptions in {name}")
        self = BaseException.__new__(cls, message, exceptions)
        self.message = message
        self.exceptions = members
        return self

    def __str__(self):
        plural = "" if len(self.exceptions) == 1 else "s"
        return f"{self.message} ({len(self.exceptions)} sub-exception{plural})"

    def derive(self, exceptions):
        return BaseExceptionGroup(self.message, exceptions)

    def subgroup(self, condition):
        return self._parts(_matcher(condition))[0]

    def split(self, condition):
        return self._parts(_matcher(condition))

    def _parts(self, matches):
        """What of the group matches and what does not, each a group or None."""
        if matches(self):
            return (self, None)
        matching = []
        rest = []
        for member in self.exceptions:
            if isinstance(member, BaseExceptionGroup):
                yes, no = member._parts(matches)
                if yes is not None:
                    matching.append(yes)
                if no is not None:
                    rest.append(no)
            elif matches(member):
                matching.append(member)
            else:
                rest.append(member)
        return (self._like(matching), self._like(rest))

    def _like(self, members):
        if not members:
            return None
        group = self.derive(members)
        if not isinstance(group, BaseExceptionGroup):
            raise TypeError("derive must return an instance of BaseExceptionGroup")
        group.__traceback__ = self.__traceback__
        group.__context__ = self.__context__
        group.__cause__ = self.__cause__
        notes = getattr(self, "__notes__", None)
        if notes is not None:
            group.__notes__ = list(notes)
        return group


class ExceptionGroup(BaseExceptionGroup, Exception):
    __module__ = "builtins"


def _matcher(condition):
    """What says whether an exception matches a condition: types, or a function."""
    types = condition if isinstance(condition, tuple) else (condition,)
    if all([isinstance(each, type) and issubclass(each, BaseException) for each in types]):
        return lambda exception: isinstance(exception, condition)
    if isinstance(condition, (tuple, type)) or not callable(condition):
        raise TypeError("expected a function, exception type or tuple of exception types")
    return condition


def exception_line(exception, suggested=False):
    """`ValueError: no`, and its notes: the last lines of a traceback."""
    try:
        text = str(exception)
    except Exception:
        text = "<exception str() failed>"
    cls = type(exception)
    name = cls.__qualname__
    module = cls.__module__
    if module not in ("builtins", "__main__", "_core"):
        name = module + "." + name
    meant = _interleave.suggestion(exception) if suggested else None
    if meant is not None:
        text += f". Did you mean: '{meant}'?"
    line = f"{name}: {text}\n" if text else name + "\n"
    for note in getattr(exception, "__notes__", ()):
        line += str(note) + "\n"
    return line


# What is shown of groups (`Lib/traceback.py`).
_GROUP_WIDTH = 15
_GROUP_DEPTH = 10


def exception_text(exception, suggested=False):
    """What CPython prints for an exception that nobody caught, with those that led to it."""
    return _chain_text(exception, suggested, 0)[0]


def _chain_text(exception, suggested, depth):
    """The text, and whether the frame around the outermost group has ended with it."""
    chain = []
    at = exception
    link = ""
    while at is not None and not any([at is other for other, _ in chain]):
        chain.append((at, link))
        link = "The above exception was the direct cause of the following exception:"
        before = at.__cause__
        if before is None and not at.__suppress_context__:
            before = at.__context__
            link = "During handling of the above exception, another exception occurred:"
        at = before
    text = ""
    is_closed = False
    for at, link in reversed(chain):
        if isinstance(at, BaseExceptionGroup):
            own, is_closed = _group_text(at, suggested, depth)
        else:
            own = _framed(_calls_text(at, ""), depth) + _framed_message(exception_line(at, suggested), depth, suggested)
        text += own
        if link:
            text += _framed(f"\n{link}\n\n", depth)
    return text, is_closed


def _calls_text(exception, kind):
    calls = _interleave.format_traceback(exception)
    if calls or exception.__traceback__ is not None:
        return f"{kind}Traceback (most recent call last):\n{calls}"
    return ""


def _framed(text, depth, margin="|"):
    if depth == 0:
        return text
    start = "  " * depth + margin + " "
    return "".join([start + line for line in text.splitlines(True)])


def _framed_message(text, depth, uncaught):
    """The interpreter frames the first line alone, unlike `traceback`."""
    if not uncaught or depth == 0:
        return _framed(text, depth)
    return "  " * depth + "| " + text


def _group_text(group, suggested, depth):
    if depth > _GROUP_DEPTH:
        return _framed(f"... (max_group_depth is {_GROUP_DEPTH})\n", depth), False
    inner = depth or 1
    calls = _calls_text(group, "Exception Group ")
    head, _, rest = calls.partition("\n")
    text = ""
    if calls:
        text = _framed(head + "\n", inner, "+" if depth == 0 else "|") + _framed(rest, inner)
    text += _framed_message(exception_line(group, suggested), inner, suggested)
    members = group.exceptions
    shown = members[:_GROUP_WIDTH]
    more = len(members) - len(shown)
    is_closed = False
    for number, member in enumerate(shown, 1):
        start = "  " * inner + ("+-" if number == 1 else "  ")
        text += f"{start}+---------------- {number} ----------------\n"
        own, is_closed = _chain_text(member, suggested, inner + 1)
        text += own
    if more > 0:
        text += "  " * inner + "  +---------------- ... ----------------\n"
        text += _framed(f"and {more} more exception{'s' if more > 1 else ''}\n", inner + 1)
        is_closed = False
    if not is_closed:
        text += "  " * (inner + 1) + "+------------------------------------\n"
    return text, True


# Generators.

def _thrown(kind, value):
    """The exception that `throw(kind, value)` raises."""
    exception = kind
    if isinstance(kind, type):
        if isinstance(value, kind):
            exception = value
        elif value is None:
            exception = kind()
        else:
            exception = kind(value)
    if not isinstance(exception, BaseException):
        raise TypeError(f"exceptions must be classes or instances deriving from BaseException, not {_interleave.type_name(kind)}")
    return exception


def generator_throw(generator, kind, value=None, traceback=None):
    exception = _thrown(kind, value)
    delegate = _interleave.delegate_of(generator)
    if delegate is None:
        return _interleave.raise_in(generator, exception)
    # The generator goes on outside of these handlers: what is handled here is not handled there.
    if isinstance(exception, GeneratorExit):
        close = getattr(delegate, "close", None)
        if close is not None:
            try:
                close()
            except BaseException as error:
                exception = error
        return _interleave.raise_in(generator, exception)
    throw = getattr(delegate, "throw", None)
    if throw is None:
        return _interleave.raise_in(generator, exception)
    try:
        return throw(exception)
    except StopIteration as stop:
        exception = None
        result = stop.value
    except BaseException as error:
        exception = error
    if exception is not None:
        return _interleave.raise_in(generator, exception)
    return _interleave.finish_delegation(generator, result)


def generator_close(generator):
    state = _interleave.generator_state(generator)
    if state == "closed":
        return
    if state == "running":
        raise ValueError("generator already executing")
    try:
        generator_throw(generator, GeneratorExit())
    except (GeneratorExit, StopIteration):
        return
    raise RuntimeError(f"{_interleave.generator_name(generator).split(' ')[0]} ignored GeneratorExit")


def async_throw(generator, kind, value=None, traceback=None):
    _tell_of_beginning(generator)
    return _interleave.step_async(generator, _thrown(kind, value), True)


def first_step(generator, value):
    _tell_of_beginning(generator)
    return _interleave.step_async(generator, value, False)


def _asyncgen_hooks():
    """What `sys.set_asyncgen_hooks` was told: what is called when a generator begins, and when it was dropped."""
    hooks = _interleave.module_value("sys", "_asyncgen_hooks")
    return (None, None) if hooks is None or hooks is NotImplemented else hooks


def _tell_of_beginning(generator):
    begins = _asyncgen_hooks()[0]
    if begins is not None and _interleave.generator_state(generator) == "created":
        begins(generator)


async def async_close(generator):
    if _interleave.generator_state(generator) == "closed":
        return
    try:
        await _interleave.step_async(generator, GeneratorExit(), True)
    except (GeneratorExit, StopAsyncIteration):
        return
    raise RuntimeError("async generator ignored GeneratorExit")


def awaitable_of_anext(method, iterator):
    return method(iterator)


def _ignored_text(where, error):
    """What is written of an error that nobody could catch (`PyErr_WriteUnraisable`)."""
    return f"Exception ignored {where}\n{_calls_text(error, '')}{exception_line(error)}"


def finalise_generator(generator):
    name = _interleave.generator_name(generator)
    state = _interleave.generator_state(generator)
    if name[0:9] == "coroutine" and state == "created":
        hint = "RuntimeWarning: Enable tracemalloc to get the object allocation traceback\n"
        _interleave.warn("RuntimeWarning", f"coroutine '{name[17:]}' was never awaited", hint)
        return
    try:
        dropped = _asyncgen_hooks()[1] if name[0:5] == "async" else None
        if dropped is None:
            generator_close(generator)
        else:
            dropped(generator)
    except BaseException as error:
        _complain(_ignored_text(f"in: {generator!r}", error))


def call_weak_callback(reference):
    callback = _interleave.weak_callback(reference)
    try:
        callback(reference)
    except BaseException as error:
        _complain(_ignored_text(f"in: {callback!r}", error))


def finalise(value):
    method = _interleave.find_special(value, "__del__")
    try:
        method(value)
    except BaseException as error:
        _complain(_ignored_text(f"in: {method!r}", error))


def finalise_each(calls):
    while calls:
        function = calls.pop()
        function(calls.pop())


# Threads and the program itself.

def rlock_acquire_restore(lock, count):
    for _ in range(count):
        lock.acquire()


def bootstrap(thread):
    thread._bootstrap()


def thread_exit():
    raise SystemExit


# Signals (Modules/signalmodule.c).

def hear_signals():
    """Call the handlers of the signals that have come, the lowest first; the frame is where the main thread is."""
    frame = _interleave.innermost_frame()
    while True:
        number = _kernel.next_signal()
        if not number:
            return
        handlers = _interleave.module_value("signal", "_handlers")
        if handlers in (NotImplemented, None) or number not in handlers:
            raise KeyboardInterrupt
        handlers[number](number, frame)


def restarted(late, native, place, *args, **keywords):
    """A call that blocks, again behind each signal that interrupts it, for what is left of its time (PEP 475)."""
    if late:
        hear_signals()
    timeout = keywords.get("timeout", args[place] if 0 <= place < len(args) else None)
    deadline = None
    if timeout is not None and timeout > 0:
        deadline = _interleave.monotonic() + timeout
    while True:
        result = _kernel.once(native, args, keywords)
        if result is not NotImplemented:
            return result
        hear_signals()
        if deadline is not None:
            left = max(deadline - _interleave.monotonic(), 0)
            if "timeout" in keywords:
                keywords["timeout"] = left
            else:
                args = (*args[:place], left, *args[place + 1 :])


def interrupt_main(signum=2, /):
    """Have the main thread handle a signal as if it had come."""
    if not 1 <= signum <= 64:
        raise ValueError("signal number out of range")
    _kernel.interrupt(signum)


# The size of the stacks of threads to come; a number that changes nothing.
_stack_size = 0


def stack_size(size=0, /):
    global _stack_size
    if size < 0:
        raise ValueError("size must be 0 or a positive value")
    if 0 < size < 32768:
        raise ValueError(f"size not valid: {size} bytes")
    before = _stack_size
    _stack_size = size
    return before


def raw_thread(function, args, keywords):
    try:
        if keywords is None:
            function(*args)
        else:
            function(*args, **keywords)
    except SystemExit:
        return
    except BaseException as error:
        _interleave.tell("raised", None, exception_line(error)[:-1])
        _complain(f"Exception ignored in thread started by: {function!r}\n{exception_text(error)}")


def run_main(module, *spawned):
    """A process from its beginning to its end; one that was spawned calls a function with an argument instead of the module."""
    status = 0
    interrupted = False
    try:
        if spawned:
            status = exit_status(spawned[0](spawned[1]))
        else:
            module()
    except SystemExit as end:
        status = exit_status(end.code)
    except BaseException as error:
        status = 1
        interrupted = type(error) is KeyboardInterrupt
        _interleave.flush()
        _interleave.tell("raised", None, exception_line(error)[:-1])
        _show_uncaught(error)
    _interleave.flush()
    _interleave.run_exit_functions()
    _interleave.clear_globals()
    _interleave.flush()
    if interrupted:
        # Whoever waits for the process is to see what ended it (`exit_sigint` in Modules/main.c).
        _kernel.on_signal(2, 0)
        _kernel.kill(_kernel.getpid(), 2)
    _interleave.exit_process(status)


def _show_uncaught(error):
    hook = _interleave.module_value("sys", "excepthook")
    if hook is NotImplemented:
        _interleave.write(2, exception_text(error, True))
        return
    try:
        hook(type(error), error, error.__traceback__)
    except BaseException as failure:
        _complain("Error in sys.excepthook:\n" + exception_text(failure) + "\nOriginal exception was:\n" + exception_text(error))


def _complain(text):
    """Write a text to where the program has its errors."""
    stream = _interleave.module_value("sys", "stderr")
    if stream is NotImplemented:
        _interleave.write(2, text)
    elif stream is not None:
        stream.write(text)


def write_to_descriptor(number, data):
    """Write all of some bytes."""
    while data:
        data = data[_kernel.write(number, data) :]


# What was warned of already: message, category and line.
_warned = None


def warn(category_name, message, hint=""):
    """Warn at the place where the program is, once for each; a hint is printed behind the warning."""
    global _warned
    file, line, _, module = _interleave.caller()
    category = _interleave.module_value("builtins", category_name)
    explicit = _interleave.module_value("warnings", "warn_explicit")
    if explicit is not NotImplemented:
        explicit(message, category, file, line, module)
        return
    if category_name in ("PendingDeprecationWarning", "ImportWarning", "ResourceWarning"):
        return
    if _warned is None:
        _warned = set()
    if (message, category_name, line) in _warned:
        return
    _warned.add((message, category_name, line))
    text = f"{file}:{line}: {category_name}: {message}\n"
    source = _interleave.source_line(file, line)
    if source:
        text += f"  {source}\n"
    _complain(text + hint)


# How objects are taken apart and put together (Objects/typeobject.c, `object.__reduce_ex__`).

# How objects are copied and pickled (Objects/typeobject.c, copyreg).

def reduce_ex(self, protocol, /):
    if _interleave.lookup(type(self), "__reduce__") is not _interleave.lookup(object, "__reduce__"):
        return self.__reduce__()
    return reduce(self)


def reduce(self):
    cls = type(self)
    if isinstance(self, BaseException):
        args = self.args
        if isinstance(self, OSError) and len(args) == 2 and self.filename is not None:
            args += (self.filename,)
        state = state_of(self)
        return (cls, args) if state is None else (cls, args, state)
    if not _is_python(cls) and cls is not object:
        return _reduced_builtin(self, cls)
    base = _interleave.base_of(self)
    if base is not self and isinstance(base, (set, frozenset, bytearray)):
        parts = bytes(base) if isinstance(base, bytearray) else list(base)
        return (cls, (parts,), self.__getstate__())
    make = __newobj__
    method = _interleave.find_special(self, "__getnewargs_ex__")
    if method is not None:
        args, kwargs = method(self)
        args = (cls, *args)
        if kwargs:
            make = __newobj_ex__
            args = (cls, args[1:], kwargs)
    else:
        method = _interleave.find_special(self, "__getnewargs__")
        if method is not None:
            args = (cls, *method(self))
        elif base is not self and isinstance(base, (int, float, str, bytes, tuple)):
            args = (cls, base)
        else:
            args = (cls,)
    items = iter(self) if isinstance(base, list) else None
    pairs = iter(self.items()) if isinstance(base, dict) else None
    return (make, args, self.__getstate__(), items, pairs)


def _reduced_builtin(value, cls):
    match cls.__name__:
        case "range":
            return (range, (value.start, value.stop, value.step))
        case "slice":
            return (slice, (value.start, value.stop, value.step))
        case "ellipsis":
            return "Ellipsis"
        case "NotImplementedType":
            return "NotImplemented"
        case "method":
            return (getattr, (value.__self__, value.__func__.__name__))
        case "builtin_function_or_method":
            owner = getattr(value, "__self__", None)
            if owner is None:
                owner = _class_with(value)
            return value.__name__ if owner is None else (getattr, (owner, value.__name__))
    name = f"_thread.{cls.__name__}" if cls.__name__ in ("lock", "RLock") else cls.__name__
    raise TypeError(f"cannot pickle '{name}' object")


def _class_with(method):
    for cls in (str, bytes, bytearray, int, float, list, tuple, dict, set, frozenset, range, object):
        if _interleave.lookup(cls, method.__name__) is method:
            return cls
    return None


def __newobj__(cls, *args):
    return cls.__new__(cls, *args)


def __newobj_ex__(cls, args, kwargs):
    return cls.__new__(cls, *args, **kwargs)


def state_of(value):
    attributes = getattr(value, "__dict__", None)
    attributes = dict(attributes) if attributes else None
    slots = {}
    for cls in type(value).__mro__:
        names = vars(cls).get("__slots__", ())
        for name in (names,) if isinstance(names, str) else names:
            if name not in ("__dict__", "__weakref__") and hasattr(value, name):
                slots[name] = getattr(value, name)
    return (attributes, slots) if slots else attributes


def call_all(functions):
    for function in functions:
        try:
            function()
        except BaseException as error:
            _complain("Exception ignored in atexit callback\n" + exception_text(error))


def exit_status(code):
    if code is None:
        return 0
    if isinstance(code, int):
        return code
    _interleave.flush()
    _interleave.write(2, str(code) + "\n")
    return 1


def exit(code=None):
    raise SystemExit(code)


def quit(code=None):
    raise SystemExit(code)
