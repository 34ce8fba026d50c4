# Context managers.
class Manager:
    def __init__(self, name, suppress=False):
        self.name, self.suppress = name, suppress
    def __enter__(self):
        print("enter", self.name)
        return self.name.upper()
    def __exit__(self, kind, value, traceback):
        print("exit", self.name, kind and kind.__name__, value, traceback is not None)
        return self.suppress
with Manager("a") as a:
    print("body", a)
with Manager("x") as x, Manager("y") as y:
    print(x, y)
with (
    Manager("p") as p,
    Manager("q"),
):
    print(p)
with Manager("s", suppress=True):
    raise ValueError("suppressed")
try:
    with Manager("outer"), Manager("inner"):
        raise KeyError("through")
except KeyError as error:
    print("caught", error)
def returns():
    with Manager("r"):
        return "value"
print(returns())
for i in range(2):
    with Manager(f"loop{i}"):
        if i == 0:
            continue
        break
class BadExit:
    def __enter__(self):
        return self
    def __exit__(self, *args):
        raise RuntimeError("in exit")
try:
    with BadExit():
        raise ValueError("in body")
except RuntimeError as error:
    print(error, repr(error.__context__))
class BadEnter:
    def __enter__(self):
        raise RuntimeError("in enter")
    def __exit__(self, *args):
        print("not called")
try:
    with Manager("first"), BadEnter():
        print("never")
except RuntimeError as error:
    print(error)
for thing in (5, object):
    try:
        with thing:
            pass
    except TypeError as error:
        print(error)
class OnlyEnter:
    def __enter__(self): pass
try:
    with OnlyEnter():
        pass
except TypeError as error:
    print(error)
with Manager("t") as (first):
    print(first)
with Manager("ab") as [c, d]:
    print(c, d)
