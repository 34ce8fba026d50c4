# super() in its forms.
class Base:
    def __init__(self): self.log = ["Base"]
    def name(self): return "base"
    value = 5
    @property
    def prop(self): return "base prop"
class Left(Base):
    def __init__(self):
        super().__init__()
        self.log.append("Left")
    def name(self): return "left " + super().name()
class Right(Base):
    def __init__(self):
        super().__init__()
        self.log.append("Right")
    def name(self): return "right " + super(Right, self).name()
class Both(Left, Right):
    def __init__(self):
        super().__init__()
        self.log.append("Both")
    def name(self): return "both " + super().name()
    @property
    def prop(self): return "both " + super().prop
    def nested(self):
        def inner():
            return super(Both, self).name()
        return inner()
    def comprehension(self):
        parent = super()
        return [parent.name() for _ in range(2)]
    @classmethod
    def make(cls): return super().__new__(cls)
    def shown(self): return super().value
b = Both()
print(b.log, b.name(), b.prop, b.nested(), b.comprehension(), type(Both.make()).__name__, b.shown())
print(super(Left, b).name(), super(Both, Both).name(b), super(Base, b).__init__ is not None)
try:
    super(Right, Left())
except TypeError as error:
    print(error)
try:
    super(Both, b).missing
except AttributeError as error:
    print(error)
def outside(): return super().x
try:
    outside()
except RuntimeError as error:
    print(error)
class Kwargs(Base):
    def __init__(self, a, **kwargs):
        super().__init__(**kwargs)
        self.a = a
print(Kwargs(1).a)
try:
    Kwargs(1, b=2)
except TypeError as error:
    print(error)
