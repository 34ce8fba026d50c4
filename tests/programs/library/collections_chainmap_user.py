# ChainMap, UserDict, UserList.
from collections import ChainMap, UserDict, UserList
defaults, chosen = {"color": "red", "user": "guest"}, {"user": "ann"}
c = ChainMap(chosen, defaults)
print(c["user"], c["color"], len(c), sorted(c), c.maps, c, dict(c), "color" in c, c.get("none", 5))
c["color"] = "blue"
print(chosen, defaults, c.parents["color"], c.new_child({"x": 1})["x"], list(c))
for action in (lambda: c["zzz"], lambda: c.pop("zzz"), lambda: c.__delitem__("zzz"), lambda: ChainMap().popitem()):
    try:
        action()
    except KeyError as error:
        print(repr(error))
print(list(c.items()), c == {"color": "blue", "user": "ann"}, bool(ChainMap()))

class Upper(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)
u = Upper({"a": 1}, b=2)
u["c"] = 3
u.update(d=4)
print(u, u.data, len(u), "A" in u, u.get("zz"), list(u.items()), u.pop("A"), u.setdefault("E", 5), sorted(u.keys()), list(u.values()))
class Even(UserList):
    def append(self, item):
        if item % 2 == 0:
            super().append(item)
e = Even([2])
e.append(3)
e.append(4)
print(e, e.data, len(e), e[0], e[0:1], e + [6], e == [2, 4], 4 in e, e.index(4), [*e], sorted(e, reverse=True))
