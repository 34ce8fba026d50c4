# Class attributes shared by instances, and mutable ones.
class Tracker:
    count = 0
    items = []
    names = {}
    def __init__(self, name):
        Tracker.count += 1
        self.id = Tracker.count
        self.items.append(name)
        self.names[name] = self
        self.own = []
a, b = Tracker("a"), Tracker("b")
print(Tracker.count, a.id, b.id, a.items is b.items, a.items, a.own is b.own, sorted(Tracker.names))
a.count = 100
a.items = ["mine"]
print(Tracker.count, b.count, a.items, b.items)
class Sub(Tracker):
    count = 50
s = Sub("s")
print(Sub.count, Tracker.count, s.id, s.items)
class Config:
    _instance = None
    def __new__(cls):
        if cls._instance is None:
            cls._instance = super().__new__(cls)
            cls._instance.settings = {}
        return cls._instance
Config().settings["debug"] = True
print(Config().settings, Config() is Config())
class Bank:
    rate = 0.1
    def __init__(self, money): self.money = money
    def grow(self): self.money += self.money * self.rate; return self
print(round(Bank(100).grow().grow().money, 2))
Bank.rate = 0.5
print(Bank(100).grow().money)
