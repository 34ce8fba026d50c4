# __getattr__, __getattribute__, __setattr__, __delattr__, __dir__.
class Lazy:
    def __init__(self):
        self.real = 1
    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return f"lazy {name}"
l = Lazy()
print(l.real, l.other, hasattr(l, "_x"))

class Logged:
    def __setattr__(self, name, value):
        print("set", name, value)
        super().__setattr__(name, value)
    def __delattr__(self, name):
        print("del", name)
        object.__delattr__(self, name)
    def __getattribute__(self, name):
        if name != "__dict__":
            print("get", name)
        return super().__getattribute__(name)
g = Logged()
g.x = 1
print(g.x)
del g.x
print(hasattr(g, "x"))

class Proxy:
    def __init__(self, target):
        object.__setattr__(self, "_target", target)
    def __getattr__(self, name):
        return getattr(self._target, name)
    def __setattr__(self, name, value):
        setattr(self._target, name, value)
p = Proxy(l)
p.real = 10
print(l.real, p.real)

class Frozen:
    def __setattr__(self, name, value):
        raise AttributeError(f"cannot assign {name}")
try:
    Frozen().x = 1
except AttributeError as error:
    print(error)
class Dir:
    def __dir__(self):
        return ["b", "a"]
print(dir(Dir()))
