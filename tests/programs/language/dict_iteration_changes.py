# Changing dicts, lists and sets while iterating.
d = {n: n * n for n in range(5)}
for k in list(d):
    if k % 2:
        del d[k]
print(d)
for action in ("add", "delete", "replace"):
    d = {1: 1, 2: 2, 3: 3}
    seen = []
    try:
        for k in d:
            seen.append(k)
            if action == "add":
                d[k * 10] = 1
            elif action == "delete":
                del d[k]
            else:
                d[k] = 0
    except RuntimeError as error:
        print(action, error, seen)
    else:
        print(action, "fine", seen, d)
l = [1, 2, 3]
for x in l:
    if len(l) < 6:
        l.append(x * 10)
print(l)
l = [1, 2, 3, 4, 5, 6]
for x in l:
    l.remove(x)
print(l)
s = {1, 2, 3}
try:
    for x in s:
        s.discard(x)
except RuntimeError as error:
    print(error)
d = {"a": 1}
it = iter(d)
next(it)
print(next(it, "end"))
d["b"] = 2
try:
    print(next(it, "still at the end"))
except RuntimeError as error:
    print(error)
items = d.items()
d["c"] = 3
print(len(items), list(items)[-1])
for i, x in enumerate(l):
    l[i] = x + 100
print(l)
