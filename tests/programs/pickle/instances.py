import pickle


class Plain:
    kind = "class attribute"

    def __init__(self, value):
        self.value = value
        print("made")


class Slots:
    __slots__ = ("a", "b")


class Both(Slots):
    pass


class Items(list):
    pass


class Table(dict):
    pass


class Text(str):
    pass


class Number(int):
    def __new__(cls, value, tag):
        self = int.__new__(cls, value)
        self.tag = tag
        return self

    def __getnewargs__(self):
        return int(self), self.tag


class Keyword:
    def __new__(cls, *, key):
        self = object.__new__(cls)
        self.key = key
        return self

    def __getnewargs_ex__(self):
        return (), {"key": self.key}


def again(value):
    return pickle.loads(pickle.dumps(value))


# __init__ is not called again.
plain = again(Plain([1]))
print(type(plain).__name__, vars(plain), plain.kind)
slots = Slots()
slots.a = 1
slots = again(slots)
print(slots.a, hasattr(slots, "b"))
both = Both()
both.a, both.c = 2, 3
both = again(both)
print(both.a, both.c)
items = Items([1, 2])
items.name = "items"
items = again(items)
print(type(items).__name__, items, items.name)
table = Table(a=1)
table.name = "table"
table = again(table)
print(type(table).__name__, table, table.name)
print(type(again(Text("text"))).__name__, again(Text("text")))
number = again(Number(5, "tag"))
print(number, number.tag, again(Keyword(key="k")).key)
print(len(pickle.dumps(Plain(1))), len(pickle.dumps([Plain(1), Plain(2)])))
