# Length, items, membership, iteration of user classes.
class Deck:
    def __init__(self):
        self.cards = list("ABCDE")
    def __len__(self):
        return len(self.cards)
    def __getitem__(self, index):
        return self.cards[index]
    def __setitem__(self, index, value):
        self.cards[index] = value
    def __delitem__(self, index):
        del self.cards[index]

d = Deck()
print(len(d), d[0], d[-1], d[1:3], list(d), "C" in d, "Z" in d, bool(d))
d[0] = "X"
del d[1]
d[1:2] = ["m", "n"]
print(list(reversed(d)), sorted(d))

class Logger:
    def __getitem__(self, key):
        return key
l = Logger()
print(l[1], l[1:2], l[::2], l[1, 2], l[..., 1:2], l["a"], l[:])

class Contains:
    def __contains__(self, item):
        return item == 42
print(42 in Contains(), 1 not in Contains())
class Missing(dict):
    def __missing__(self, key):
        return key * 2
print(Missing(a=1)["a"], Missing()["b"], Missing().get("c"))
for action in (lambda: len(5), lambda: Contains()[0], lambda: iter(Contains()), lambda: 1 in 5, lambda: [1][Contains()]):
    try:
        action()
    except TypeError as error:
        print(error)
class BadLen:
    def __len__(self): return self.n
for n in (-1, "x", 2 ** 70):
    b = BadLen()
    b.n = n
    try:
        len(b)
    except (ValueError, TypeError, OverflowError) as error:
        print(type(error).__name__, error)
