"""What goes with a cycle: weak references in it, to it, and their callbacks."""
import gc
import weakref


class Node:
    pass


told = []


def cycle(with_callback_inside):
    first, second = Node(), Node()
    first.other, second.other = second, first
    if with_callback_inside:
        first.reference = weakref.ref(second, lambda _: told.append("inside"))
    return weakref.ref(first, lambda _: told.append("outside"))


gc.collect()
plain = cycle(False)
busy = cycle(True)
assert plain() is not None and busy() is not None
gc.collect()
assert plain() is None and busy() is None
print(told)

node = Node()
same = [weakref.ref(node) for _ in range(3)]
assert same[0] is same[1] is same[2]
late = weakref.ref(node, lambda _: told.append("late"))
early = weakref.ref(node, lambda _: told.append("early"))
del late
del node
print(told, same[0]())
