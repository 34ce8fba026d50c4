# Subclasses of list, dict, int, set, Exception.
class Stack(list):
    def push(self, x):
        self.append(x)
    def peek(self):
        return self[-1]
s = Stack([1, 2])
s.push(3)
print(s, s.peek(), len(s), type(s).__name__, s + [4], type(s + [4]).__name__, type(s[:]).__name__, isinstance(s, list))
s.name = "stack"
print(s.name, s == [1, 2, 3])

class Lower(dict):
    def __setitem__(self, k, v):
        super().__setitem__(k.lower(), v)
    def __getitem__(self, k):
        return super().__getitem__(k.lower())
d = Lower()
d["ABC"] = 1
print(d, d["Abc"], d.get("ABC"), list(d))

class Money(int):
    def __add__(self, other):
        return Money(int(self) + int(other))
    def __str__(self):
        return f"${int(self)}"
m = Money(5)
print(m + 3, m * 2, type(m + 1).__name__, type(m * 1).__name__, repr(m), f"{m}", "%s %d" % (m, m), m == 5, sum([m, m]))

class Bag(set):
    def add(self, x):
        print("adding", x)
        super().add(x)
b = Bag()
b.add(1)
print(b, Bag([2]), 1 in b)

class Loud(list):
    def append(self, x):
        print("append", x)
        super().append(x)
    def __len__(self):
        return 100
l = Loud("ab")
l.extend("c")
l.append("d")
print(l, len(l), list(l))
class B2(bytes): pass
print(B2(b"x"), B2(b"x") + b"y", type(B2(b"x").upper()).__name__)
