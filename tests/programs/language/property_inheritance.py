# Properties and inheritance; property objects.
class Base:
    def __init__(self): self._v = 1
    @property
    def v(self): return self._v
    @v.setter
    def v(self, value): self._v = value
class ReadOnly(Base):
    @property
    def v(self): return super().v * 10
class Extended(Base):
    @Base.v.setter
    def v(self, value): self._v = value * 2
r, e = ReadOnly(), Extended()
e.v = 5
print(r.v, e.v)
try:
    r.v = 3
except AttributeError as error:
    print(error)
class Manual:
    def _get(self): return "got"
    def _set(self, value): print("set", value)
    def _del(self): print("deleted")
    x = property(_get, _set, _del, "documented")
m = Manual()
m.x = 1
del m.x
print(m.x, Manual.x.__doc__, Manual.x.fget(m), isinstance(Manual.x, property))
class WriteOnly:
    def _set(self, value): self.seen = value
    x = property(None, _set)
w = WriteOnly()
w.x = 1
print(w.seen)
try:
    w.x
except AttributeError as error:
    print(error)
class Raises:
    @property
    def bad(self): return self.missing
    def __getattr__(self, name): return f"fallback {name}"
print(Raises().bad)
class RaisesPlain:
    @property
    def bad(self): raise AttributeError("from inside")
print(hasattr(RaisesPlain(), "bad"))
try:
    RaisesPlain().bad
except AttributeError as error:
    print(error)
class Shadow:
    @property
    def p(self): return "property"
s = Shadow()
s.__dict__["p"] = "instance"
print(s.p)
class Cached:
    @property
    def data(self):
        if not hasattr(self, "_data"):
            print("loading")
            self._data = [1]
        return self._data
c = Cached()
print(c.data, c.data)
