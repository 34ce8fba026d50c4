"""A generator whose function calls others that yield: what greenlets are good for."""

from greenlet import getcurrent, greenlet


class Generator(greenlet):
    def __init__(self, function, *args):
        super().__init__(lambda: function(*args))

    def __iter__(self):
        return self

    def __next__(self):
        self.parent = getcurrent()
        value = self.switch()
        if self.dead:
            raise StopIteration
        return value


def give(value):
    getcurrent().parent.switch(value)


def walk(tree):
    if isinstance(tree, list):
        for branch in tree:
            walk(branch)
    else:
        give(tree)


print(list(Generator(walk, [1, [2, [3, 4]], [[5]]])))
for a, b in zip(Generator(walk, [1, 2, 3]), Generator(walk, [[4], [5, 6]])):
    print(a, b)
