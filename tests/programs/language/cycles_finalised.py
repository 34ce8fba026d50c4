# Objects that only refer to each other: finalisers, callbacks and `finally` run when they are collected, once.
import gc
import weakref

told = []


class Node:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        told.append(f"del {self.name}")


def held(node):
    try:
        yield
    finally:
        told.append(f"closed {node.name}")


def unguarded(node):
    yield node


a, b = Node("a"), Node("b")
a.other, b.other = b, a
a.held = held(a)
next(a.held)
b.unguarded = unguarded(b)
next(b.unguarded)
known = weakref.ref(a, lambda reference: told.append(f"gone {reference() is None}"))
inner = weakref.ref(b)
a.inner = weakref.ref(b, lambda reference: told.append("never called: garbage itself"))
del a, b
print(told, known() is not None)
print(gc.collect() > 0, told[0], sorted(told), known(), inner())

told.clear()
saved = []


class Phoenix:
    def __del__(self):
        saved.append(self)


bird = Phoenix()
bird.me = bird
del bird
gc.collect()
print(len(saved), saved[0].me is saved[0])
saved.clear()
gc.collect()
print("not finalised twice:", len(saved))


class AtTheEnd:
    def __del__(self):
        print("deleted at the end of the program")


last = AtTheEnd()
last.me = last
print("end")


class OneOfMany:
    def __del__(self):
        print("deleted at the end of the program")


many = [OneOfMany() for _ in range(12)]
