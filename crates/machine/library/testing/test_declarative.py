"""The checker of the declarative subset: what it admits and what it refuses."""

import textwrap
import unittest

from declarative import LIBRARY, check_source

ADMITTED = '''
"""A module."""
import sys
from _thread import allocate_lock as Lock
__atomic__ = True
LIMITS = (1, -2.5, ("a", None))
_state = None
Alias = Lock
def function(a, b=LIMITS, *, c=-1):
    global _state
    with Lock():
        _state = [x for x in a]
async def coroutine(): pass
class Base(Exception):
    """Documented."""
    __slots__ = ("_x",)
    __hash__ = None
    def enter(self): return self
    __enter__ = enter
    @property
    def x(self): return self._x
    @x.setter
    def x(self, value): self._x = value
    @classmethod
    def make(cls): return cls()
class Derived(Base):
    """Documented."""
'''

REFUSED = {
    "x = []": "must be a constant",
    "x = b'bytes'": "must be a constant",
    "x = later\nlater = 1": "must be a constant",
    "x: int = 1": "AnnAssign at the top level",
    "x = y = 1": "form NAME = value",
    "try:\n import sys\nexcept ImportError: pass": "Try at the top level",
    "from sys import *": "import *",
    "from . import sys": "relative import",
    "import weakref_not_there": "neither native nor in the library",
    "def f(x=[]): pass": "a default must be",
    "@property\ndef f(): pass": "no decorators here",
    "def f(): pass\ndef f(): pass": "bound twice",
    "class A(metaclass=type): 'x'": "no metaclass",
    "@object\nclass A: 'x'": "no decorators on classes",
    "import sys\nclass A(sys.x): 'x'": "plain name",
    "class A: x = dict()": "a constant or a method",
    "class A: pass": "Pass in the body",
    "class A:\n @object\n def f(self): pass": "at most one decorator",
    "class A:\n @x.setter\n def x(self, v): pass": "must follow a @property",
    "class A:\n def f(self): pass\n def f(self): pass": "defined twice",
    "def f(): eval('1')": "eval() is refused",
    "def f(): assert f": "assert",
    "def f():\n import sys\n sys._getframe()": "sys._getframe",
    "print('side effect')": "Expr at the top level",
}


class DeclarativeTest(unittest.TestCase):
    def test_admitted(self):
        self.assertEqual(check_source(textwrap.dedent(ADMITTED)), [])

    def test_refused(self):
        for source, expected in REFUSED.items():
            with self.subTest(source):
                problems = check_source(source)
                self.assertEqual(len(problems), 1, problems)
                self.assertIn(expected, problems[0][1])

    def test_library(self):
        for path in sorted(LIBRARY.glob("*.py")):
            with self.subTest(path.name):
                self.assertEqual(check_source(path.read_text(encoding="utf-8")), [])


if __name__ == "__main__":
    unittest.main()
