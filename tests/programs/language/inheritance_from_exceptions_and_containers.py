# Subclasses of exceptions and containers with extra state.
class HttpError(Exception):
    status = 500
    def __init__(self, message, *, url=None):
        super().__init__(message)
        self.url = url
class NotFound(HttpError):
    status = 404
    def __str__(self): return f"{self.status}: {super().__str__()} at {self.url}"
for kind in (HttpError, NotFound):
    try:
        raise kind("missing", url="/x")
    except HttpError as e:
        print(type(e).__name__, e.status, e, repr(e), e.args, e.url)
class History(list):
    def __init__(self, *args, limit=3):
        super().__init__(*args)
        self.limit = limit
    def append(self, item):
        super().append(item)
        del self[:-self.limit]
    def __getitem__(self, index):
        if isinstance(index, str): return index
        return super().__getitem__(index)
    def __contains__(self, item): return item == "magic" or super().__contains__(item)
h = History("ab")
for c in "cde": h.append(c)
print(h, len(h), h["text"], h[0], h[-2:], "magic" in h, "zz" in h, list(h), h + ["x"], h == ["c", "d", "e"], sorted(h, reverse=True), h.limit)
class Default(dict):
    def __missing__(self, key):
        self[key] = len(self)
        return self[key]
d = Default()
print(d["a"], d["b"], d["a"], d, d.get("zz"), "zz" in d, isinstance(d, dict), dict(d), {**d}, d | {"c": 5})
class Vector(tuple):
    def __new__(cls, *items): return super().__new__(cls, items)
    def __add__(self, other): return Vector(*(a + b for a, b in zip(self, other)))
    def __repr__(self): return f"Vector{tuple(self)}"
print(Vector(1, 2) + Vector(3, 4), Vector(1, 2) == (1, 2), hash(Vector(1)) == hash((1,)), Vector(1, 2)[0], len(Vector()), Vector(3, 1) > Vector(2, 9))
class Celsius(float):
    def __str__(self): return f"{float(self):.1f}C"
    def __add__(self, o): return Celsius(float(self) + o)
print(Celsius(20), Celsius(20) + 1.5, repr(Celsius(1)), f"{Celsius(3)}", f"{Celsius(3):.2f}", Celsius(2) * 2, isinstance(Celsius(1), float), round(Celsius(2.6)))
class Tags(set):
    def __repr__(self): return "#" + " #".join(sorted(self))
print(Tags(["b", "a"]), Tags("xy") | {"z"}, len(Tags("aa")), type(Tags("a") | {"b"}).__name__, type(Tags("a").copy()).__name__)
class Name(str):
    def __eq__(self, other): return self.lower() == other.lower()
    def __hash__(self): return hash(self.lower())
print(Name("Ann") == "ANN", {Name("Ann"): 1}[Name("aNN")], Name("x").upper(), type(Name("x").upper()).__name__, Name("a") + "b", type(Name("a") + "b").__name__)
