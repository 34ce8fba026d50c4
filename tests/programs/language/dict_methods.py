# dict: methods, order, views, errors.
d = {"b": 2, "a": 1}
d["c"] = 3
d["b"] = 20
print(d, len(d), d["a"], d.get("z"), d.get("z", 0), "a" in d, 1 in d, list(d), list(d.keys()), list(d.values()), list(d.items()))
print(d.pop("a"), d.pop("zz", "none"), d.popitem(), d, d.setdefault("b", 5), d.setdefault("n", []), d)
d.update({"x": 1}, y=2)
d.update([("z", 3)])
print(d, dict(a=1, b=2), dict([(1, 2)]), dict(zip("ab", [1, 2])), dict.fromkeys("ab"), dict.fromkeys([1], 0), {**{"a": 1}, "a": 2}, d.copy() == d, {"a": 1} | {"a": 2, "b": 3})
e = {"a": 1}
e |= {"b": 2}
print(e, e == {"b": 2, "a": 1}, {1: "int", 1.0: "float", True: "bool"}, {} or "empty", sorted({3: 1, 1: 2}), max({"a": 5, "b": 1}), list(reversed(e)), list(reversed(e.items())))
keys, values, items = e.keys(), e.values(), e.items()
e["c"] = 3
print(keys, values, items, len(keys), "c" in keys, 3 in values, ("c", 3) in items, keys & {"a", "z"}, keys | {"q"} == {"a", "b", "c", "q"}, sorted(keys - {"a"}), keys == {"a", "b", "c"}, keys.isdisjoint(["z"]))
e.clear()
print(e, keys)
for action in (lambda: {}["x"], lambda: {}.pop("x"), lambda: {}.popitem(), lambda: {[]: 1}, lambda: {}[[]], lambda: dict([1]), lambda: dict(5), lambda: dict([(1, 2, 3)]), lambda: {} + {}, lambda: {} < {}, lambda: {}.update(5), lambda: dict(a=1, **{"b": 2}), lambda: {}.x):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
grow = {1: 1}
try:
    for k in grow:
        grow[k + 1] = 1
except RuntimeError as error:
    print(error)
try:
    for k in grow:
        del grow[k]
except RuntimeError as error:
    print(error)
me = {}
me["self"] = me
print(me)
order = {}
for k in "hello":
    order[k] = order.get(k, 0) + 1
del order["l"]
order["l"] = 9
print(order, {k: v for k, v in sorted(order.items(), key=lambda kv: (-kv[1], kv[0]))})
