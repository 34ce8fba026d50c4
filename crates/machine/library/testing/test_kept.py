"""Modules whose names CPython needs for itself, loaded from their files and tested as they are.

    python3 test_kept.py
"""

import importlib.util
import pathlib
import random
import reprlib
import unittest
from collections import deque

LIBRARY = pathlib.Path(__file__).resolve().parent.parent


def library_module(name):
    """A module of the library by its name, beside CPython's of that name."""
    spec = importlib.util.spec_from_file_location(f"library_{name}", LIBRARY / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Reprlib(unittest.TestCase):
    def test_as_cpython(self):
        ours = library_module("reprlib")
        self.random = random.Random(0)
        for _ in range(5000):
            value = self.value(depth=0)
            self.assertEqual(ours.repr(value), reprlib.repr(value))

    def value(self, depth):
        count = self.random.randint(0, 9)
        match self.random.randint(0, 10 if depth < 8 else 4):
            case 0:
                return self.random.choice((0, 1, -5, 10**38, 10**39, 10**40, 10**50))
            case 1:
                return "x" * self.random.randint(0, 60) + self.random.choice(("", "'", "\n"))
            case 2:
                return self.random.random()
            case 3:
                return None
            case 4:
                return b"y" * self.random.randint(0, 60)
            case 5:
                return {self.random.randint(0, 99): self.value(depth + 1) for _ in range(count)}
            case 6:
                return {self.random.randint(0, 99) for _ in range(count)}
            case 7:
                return frozenset(self.random.randint(0, 99) for _ in range(count))
            case kind:
                values = [self.value(depth + 1) for _ in range(count)]
                return {8: list, 9: tuple, 10: deque}[kind](values)


class Thing:
    pass


class WeakSet(unittest.TestCase):
    def setUp(self):
        self.set = library_module("weakref").WeakSet()

    def test_forgets_what_nobody_holds(self):
        kept = []
        for number in range(1000):
            thing = Thing()
            self.set.add(thing)
            if number % 100 == 0:
                kept.append(thing)
        del thing
        self.assertEqual(list(self.set), kept)
        self.assertEqual(len(self.set), 10)
        self.assertLess(len(self.set._references), 100)

    def test_takes_out(self):
        one, other = Thing(), Thing()
        self.set.update([one, other])
        self.set.discard(one)
        self.set.discard(Thing())
        self.assertNotIn(one, self.set)
        self.set.remove(other)
        self.assertRaises(KeyError, self.set.remove, other)
        self.set.add(one)
        self.set.clear()
        self.assertEqual(len(self.set), 0)


if __name__ == "__main__":
    unittest.main()
